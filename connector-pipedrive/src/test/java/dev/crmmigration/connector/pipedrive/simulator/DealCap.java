package dev.crmmigration.connector.pipedrive.simulator;

/** The plan's limit of open deals, among which leads count. */
final class DealCap {

    private DealCap() {}

    static void require(Account account) {
        PipedriveSettings settings = account.settings();
        int present = account.table("deals").withKey("status", Row.key("open")).size()
                + account.table("leads").withKey("is_archived", 0).size();
        if (settings.isOn(Switch.CAPS) && present >= settings.plan().openDeals(settings.seats())) {
            throw ApiException.capped("deals", "The open deals limit of your plan has been reached");
        }
    }
}
