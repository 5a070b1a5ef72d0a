package dev.crmmigration.toolkit.linkage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Says in sentences how sessions were linked to packages. */
public final class LinkReport {

    private final PackageLinks links;
    private final String enrollment;
    private final String platform;

    /**
     * @param enrollment what the platform calls a client's package
     * @param platform what people call the platform
     */
    public LinkReport(PackageLinks links, String enrollment, String platform) {
        this.links = links;
        this.enrollment = enrollment;
        this.platform = platform;
    }

    /** Returns how many links are known in each way. */
    public List<String> counts() {
        List<String> counts = new ArrayList<>();
        links.counts()
                .forEach((origin, count) -> counts.add("sessions linked to packages, " + origin.word() + ": " + count));
        return counts;
    }

    /** Returns the packages whose linked sessions do not fit what the platform says. */
    public List<String> imbalances() {
        return links.balances().stream()
                .filter(balance -> balance.verdict().isOff())
                .map(balance -> enrollment + " " + balance.enrollment() + " is "
                        + balance.verdict().word() + ": sessions linked " + plain(balance.linked())
                        + ", difference to what " + platform + " says " + plain(balance.difference()))
                .toList();
    }

    /** Returns the sessions that should belong to a package. */
    public List<String> unlinked() {
        return links.unlinked().stream()
                .map(session ->
                        "session " + session.replace("\n", " of client ") + " belongs to no package that can be told")
                .toList();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
