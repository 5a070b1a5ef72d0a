package dev.crmmigration.connector.thepractice.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.CONTACT;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.Referrals;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.List;

/** Keeps how a client found the practice in a dropdown of the contact, with an entry for each answer there is. */
public final class ReferralSourceToContactField extends FreshsalesRow {

    public ReferralSourceToContactField() {
        super(10, "Referral Source / Lead Origin -> Custom Field on Contact");
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(Referrals.sources(new Export(context)).valueMap());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "source of contacts, as Freshsales has it",
                        "its list of sources is made in the account",
                        "the field Referral_Source with The Practice's words; the source stays empty"),
                new Loss(
                        "spelling of referral sources",
                        "names that differ only in case or marks cannot be told apart in the plan",
                        "they become one entry; in the plan an entry may become another one, or be left empty"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        return Referrals.field(export, clients(export), CONTACT, CLIENT_TO_CONTACT);
    }
}
