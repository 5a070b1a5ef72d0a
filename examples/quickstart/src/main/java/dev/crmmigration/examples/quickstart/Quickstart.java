package dev.crmmigration.examples.quickstart;

/** Runs a whole migration against a simulator. */
public final class Quickstart {

    private Quickstart() {}

    public static void main(String[] args) {
        System.out.println("Quickstart " + String.join(" ", args));
    }
}
