package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.destination.Preflight.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Says what the plan of the settings gives, and where replies tell that the account has another. */
final class PlanFindings {

    private static final String PLAN = "PLAN";

    private final PipedriveSettings settings;
    private final LimitHeaders limits;

    PlanFindings(PipedriveSettings settings, LimitHeaders limits) {
        this.settings = settings;
        this.limits = limits;
    }

    List<Finding> read() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok(PLAN, whatItGives()));
        if (!settings.limited()) {
            findings.add(Finding.note(PLAN, "Setting limits is off: calls are held to no limit of this plan."));
        }
        limits.burstLimit().stream()
                .filter(seen -> seen != settings.burst())
                .mapToObj(seen -> Finding.note(
                        PLAN,
                        "Pipedrive says that its window of two seconds holds " + number(seen) + " calls, but the plan '"
                                + settings.plan().settingName() + "' has " + number(settings.burst())
                                + ". Set plan to the account's plan."))
                .forEach(findings::add);
        limits.dayLimit().stream()
                .filter(seen -> seen != settings.dailyTokens())
                .mapToObj(seen -> Finding.note(
                        PLAN,
                        "Pipedrive says that a day has " + number(seen) + " tokens, but the settings say "
                                + number(settings.dailyTokens())
                                + ". Set plan and seats to the account's, or dailyBudget"
                                + " to what Pipedrive says."))
                .forEach(findings::add);
        return findings;
    }

    private String whatItGives() {
        return "By the settings it is the plan '" + settings.plan().settingName() + "' with " + settings.seats()
                + " seat(s): " + number(settings.dailyTokens()) + " tokens a day, of which "
                + number(settings.headroom())
                + " are left to others; " + number(settings.burst()) + " calls in two seconds; "
                + cap(settings.customFieldCap(), "custom fields") + "; "
                + cap(settings.openDealCap(), "open deals and leads")
                + ". No call tells plan and seats: check them (Company settings > Billing).";
    }

    private static String cap(OptionalLong cap, String what) {
        return cap.isPresent() ? "at most " + number(cap.getAsLong()) + " " + what : "any number of " + what;
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
