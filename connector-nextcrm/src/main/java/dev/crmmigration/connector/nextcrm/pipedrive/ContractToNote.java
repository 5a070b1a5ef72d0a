package dev.crmmigration.connector.nextcrm.pipedrive;

import static dev.crmmigration.toolkit.mapping.Expressions.line;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.NOTE;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.ArrayList;
import java.util.List;

/** Writes every contract into a note on its organization. */
public final class ContractToNote extends NextCrmRow {

    private static final String FROM = "contract";

    public ContractToNote() {
        super(BEYOND, "Contract -> Note", Fidelity.LOSSY);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss("contracts", "Pipedrive has none", "a note on the organization with dates, value and lines"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (business.has(FROM)) {
            String alive = "present(" + business.live("account", "account") + ")";
            parts.add(MappingPart.Records.from(FROM)
                    .to(NOTE)
                    .where(alive)
                    .orderBy("createdAt")
                    .set("content", content(business))
                    .set("org_id", "link(AccountToOrganization, account)")
                    .set("add_time", "createdAt")
                    .build());
            parts.add(MappingPart.Exclusion.of(FROM, "not(" + alive + ")", "it belongs to no account that moves"));
        }
        if (business.has("contractLineItem")) {
            parts.add(MappingPart.Exclusion.of("contractLineItem", "true", "it is a line of the note of its contract"));
        }
        return parts;
    }

    private static String content(Business business) {
        String lines = business.has("contractLineItem")
                ? "join(\"<br>\", related(contractLineItem, on: contract, equals: $id, each: concat(html(name), \": \","
                        + " text(quantity), \" x \", text(unit_price), \" = \", text(line_total)), reduce: list, order:"
                        + " sort_order))"
                : "null";
        return "chunk(join(\"<br>\", concat(\"Contract: \", html(title)), " + line("Type", "type") + ", "
                + line("Status", "text(status)") + ", " + line("Value", "text(value)") + ", "
                + line("From", "iso(utcDate(startDate))") + ", " + line("Until", "iso(utcDate(endDate))") + ", "
                + line("Signed by the customer", "iso(utcDate(customerSignedDate))") + ", "
                + line("Signed by us", "iso(utcDate(companySignedDate))") + ", " + lines
                + ", case(empty(description) => null, else => html(description))), 90000, 1)";
    }
}
