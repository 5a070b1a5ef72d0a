package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.destination.Preflight;
import dev.crmmigration.api.destination.Preflight.Finding;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at the account before anything is written: what the token's user may do, and what the account has. */
final class PipedrivePreflight {

    private static final String PROBE_NAME = "Migration check - may be deleted";
    private static final int MOST_NAMES = 10;

    private final AccountLists lists;
    private final PipedriveSettings settings;
    private final PlanFindings plan;

    PipedrivePreflight(AccountLists lists, PipedriveSettings settings, LimitHeaders limits) {
        this.lists = lists;
        this.settings = settings;
        this.plan = new PlanFindings(settings, limits);
    }

    Preflight read() {
        List<Finding> findings = new ArrayList<>();
        JsonObject me = lists.me();
        findings.add(admin(me));
        findings.add(currency(me, lists.currencies()));
        findings.addAll(personFields(lists.fields(PipedriveObject.PERSON)));
        findings.add(probability(lists.pipelines()));
        findings.add(leads(lists.leadLabels()));
        findings.add(products(lists.productFields()));
        findings.add(visibility());
        findings.addAll(plan.read());
        return new Preflight(findings, Optional.of(probe()));
    }

    private static Preflight.Probe probe() {
        return new Preflight.Probe(ObjectType.of("organization"), Map.of("name", FieldValue.of(PROBE_NAME)));
    }

    /** Both rights are needed: pipelines belong to deals, fields and types to the account's settings. */
    private static Finding admin(JsonObject me) {
        List<JsonObject> access = me.objects("access");
        List<String> lacking = new ArrayList<>();
        if (!me.isSet("is_admin")) {
            Map.of("sales", "deals", "account_settings", "account settings").forEach((app, name) -> {
                if (access.stream().noneMatch(right -> isAdmin(right, app))) {
                    lacking.add(name);
                }
            });
        }
        if (lacking.isEmpty()) {
            return Finding.ok("ADMIN", "The token's user is an admin of deals and account settings.");
        }
        lacking.sort(null);
        return Finding.note(
                "ADMIN",
                "The token's user is no admin of " + String.join(" and ", lacking) + ". Custom fields, options,"
                        + " pipelines, stages and activity types become instructions for an admin; notes in the name of"
                        + " other users are refused; records that their owner alone may see cannot be read back. Use the"
                        + " token of an admin of deals and account settings to go without that.");
    }

    private static boolean isAdmin(JsonObject right, String app) {
        return right.isSet("admin") && right.text("app").equals(Optional.of(app));
    }

    private static Finding currency(JsonObject me, List<String> active) {
        String usual = me.text("default_currency").orElse("not named");
        String text = "The default currency is " + usual + "; active are " + names(active)
                + ". An amount in any other currency is refused: activate it first (Company settings > Currencies).";
        return active.contains(usual) ? Finding.ok("CURRENCY", text) : Finding.note("CURRENCY", text);
    }

    private static List<Finding> personFields(List<RemoteField> fields) {
        boolean hasContactSync = isListed(fields, "birthday");
        boolean hasCampaigns = isListed(fields, "marketing_status");
        return List.of(
                hasContactSync
                        ? Finding.ok(
                                "CONTACT_SYNC", "Contact sync is set up: persons have birthday, job title and more.")
                        : Finding.note(
                                "CONTACT_SYNC",
                                "Contact sync is not set up: persons have no birthday, job title, postal address and notes"
                                        + " of their own. Set it up for a user (Personal preferences > Contact sync), or map"
                                        + " these to custom fields."),
                hasCampaigns
                        ? Finding.ok(
                                "CAMPAIGNS",
                                "Campaigns is there: persons have a marketing status, which can be changed only once.")
                        : Finding.note(
                                "CAMPAIGNS",
                                "Campaigns is not there: persons have no marketing status. Map consent to a custom field."));
    }

    private static boolean isListed(List<RemoteField> fields, String code) {
        return fields.stream().anyMatch(field -> !field.custom() && field.code().equals(code));
    }

    private static Finding probability(List<AccountLists.Pipeline> pipelines) {
        List<String> with = pipelines.stream()
                .filter(AccountLists.Pipeline::probability)
                .map(AccountLists.Pipeline::name)
                .toList();
        return with.isEmpty()
                ? Finding.note(
                        "DEAL_PROBABILITY",
                        "No pipeline has deal probability: deals cannot have one of their own. Switch it on where it is"
                                + " needed (Company settings > Pipelines).")
                : Finding.ok("DEAL_PROBABILITY", "Pipelines with deal probability: " + names(with) + ".");
    }

    private static Finding leads(Optional<List<Option>> labels) {
        return labels.isPresent()
                ? Finding.ok("LEADS", "The token's user may work with leads.")
                : Finding.note("LEADS", "The token's user may not work with leads, so that none can be written.");
    }

    private static Finding products(Optional<List<RemoteField>> fields) {
        return fields.isPresent()
                ? Finding.ok("PRODUCTS", "The token's user may work with products.")
                : Finding.note(
                        "PRODUCTS",
                        "The token's user may not work with products, or they are switched off, so that none can be"
                                + " written.");
    }

    private Finding visibility() {
        if (settings.visibleTo() == Visibility.ACCOUNT) {
            return Finding.ok(
                    "VISIBILITY",
                    "Records get the visibility that the account gives to new ones (Company settings > Manage users >"
                            + " Visibility groups). Setting visibleTo chooses another.");
        }
        return Finding.ok(
                "VISIBILITY",
                "Records get the visibility '" + settings.visibleTo().settingName()
                        + "', as the setting visibleTo says.");
    }

    private static String names(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        int more = names.size() - MOST_NAMES;
        return names.isEmpty() ? "none" : more > 0 ? first + " and " + more + " more" : first;
    }
}
