package dev.crmmigration.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Imports what the modules ship, and the simulators, but not the rules themselves. */
public final class ProjectClasses implements ImportOption {

    static final String BASE = "dev.crmmigration";
    static final String API = BASE + ".api..";
    static final String ENGINE_FACADE = BASE + ".engine";
    static final String ENGINE = BASE + ".engine..";
    static final String TOOLKIT = BASE + ".toolkit..";
    static final String TESTKIT = BASE + ".testkit..";
    static final String TESTKIT_SIMULATOR = BASE + ".testkit.simulator..";
    /** What the simulators of platforms with bundles have in common. */
    static final String TESTKIT_BUNDLE = BASE + ".testkit.bundle..";

    static final String TESTKIT_OPENAPI = BASE + ".testkit.openapi..";
    static final String TESTKIT_CONTRACT = BASE + ".testkit.contract..";
    static final String CONNECTORS = BASE + ".connector..";
    static final String SIMULATORS = BASE + ".connector.*.simulator..";
    static final String EXAMPLES = BASE + ".examples..";

    @Override
    public boolean includes(Location location) {
        return !location.contains("/dev/crmmigration/architecture/");
    }
}
