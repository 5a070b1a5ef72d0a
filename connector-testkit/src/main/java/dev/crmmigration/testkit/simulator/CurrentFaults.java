package dev.crmmigration.testkit.simulator;

/** Holds the script in force. */
final class CurrentFaults {

    private volatile FaultScript script;

    CurrentFaults(FaultScript script) {
        this.script = script;
    }

    FaultScript get() {
        return script;
    }

    void set(FaultScript newScript) {
        script = newScript;
    }
}
