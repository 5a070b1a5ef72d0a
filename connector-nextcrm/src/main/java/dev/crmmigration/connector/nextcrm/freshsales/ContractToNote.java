package dev.crmmigration.connector.nextcrm.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.NOTES;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_SALES_ACCOUNT;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.ContractText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.LongNotes;
import java.util.ArrayList;
import java.util.List;

/** Writes every contract into a note on its sales account. */
public final class ContractToNote extends FreshsalesRow {

    private static final String FROM = "contract";

    public ContractToNote() {
        super(BEYOND, "Contract -> Note", Fidelity.LOSSY);
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "contracts", "Freshsales has none", "a note on the sales account with dates, value and lines"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (business.has(FROM)) {
            String alive = "present(" + business.live("account", "account") + ")";
            LongNotes.Text text =
                    LongNotes.Text.of(FROM, ContractText.content(business)).where(alive);
            parts.addAll(NOTES.all(
                    text,
                    note -> note.orderBy("createdAt").set(OF_SALES_ACCOUNT, "link(AccountToAccount, account)")));
            parts.add(MappingPart.Exclusion.of(FROM, "not(" + alive + ")", "it belongs to no account that moves"));
        }
        exclude(parts, business, "contractLineItem", "it is a line of the note of its contract");
        return parts;
    }
}
