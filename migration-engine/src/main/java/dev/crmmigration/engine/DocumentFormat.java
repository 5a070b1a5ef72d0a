package dev.crmmigration.engine;

/** A form of a document. */
public enum DocumentFormat {
    /** One page that needs no network and no other file. */
    HTML("html"),
    MARKDOWN("md"),
    /** The tables; values that a spreadsheet would take for a formula are guarded. */
    CSV("csv"),
    JSON("json");

    private final String ending;

    DocumentFormat(String ending) {
        this.ending = ending;
    }

    /** Returns how names of such files end, without the dot. */
    public String ending() {
        return ending;
    }
}
