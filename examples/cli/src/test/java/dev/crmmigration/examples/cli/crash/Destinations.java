package dev.crmmigration.examples.cli.crash;

/** The destinations that the suite migrates to. */
enum Destinations {
    PIPEDRIVE(new Pipedrive()),
    FRESHSALES(new Freshsales("none")),
    FRESHSALES_IN_BULK(new Freshsales("contact, sales_account, deal"));

    @SuppressWarnings("ImmutableEnumChecker") // they have no state
    private final Platform platform;

    Destinations(Platform platform) {
        this.platform = platform;
    }

    Platform platform() {
        return platform;
    }
}
