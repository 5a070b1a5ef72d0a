package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.toolkit.codec.BooleanCodec;
import dev.crmmigration.toolkit.codec.Codec;
import dev.crmmigration.toolkit.codec.ContactPointsCodec;
import dev.crmmigration.toolkit.codec.DateCodec;
import dev.crmmigration.toolkit.codec.DecimalCodec;
import dev.crmmigration.toolkit.codec.HtmlCodec;
import dev.crmmigration.toolkit.codec.InstantCodec;
import dev.crmmigration.toolkit.codec.IntegerCodec;
import dev.crmmigration.toolkit.codec.OptionCodec;
import dev.crmmigration.toolkit.codec.ParticipantsCodec;
import dev.crmmigration.toolkit.codec.ReferenceCodec;
import dev.crmmigration.toolkit.codec.TextCodec;
import dev.crmmigration.toolkit.codec.UserCodec;
import dev.crmmigration.toolkit.codec.WordCodec;
import java.util.Map;

/** The codec of every platform type: the types of custom fields, and ours for what system fields hold. */
final class Codecs {

    /** Names and texts of Freshsales' own fields (255), of custom ones (256), of text areas: support article 50000002390. */
    private static final int STRING = 255;

    private static final int CUSTOM = 256;
    private static final int PARAGRAPH = 10_000;
    private static final int PHONE = 30;

    /** No document gives a limit; a column for text of the usual kind holds 65,535 bytes, and what is longer would be cut. */
    private static final int HTML_BYTES = 65_000;

    private static final Map<String, Codec> ALL = Map.ofEntries(
            Map.entry("string", new BoundedText(TextCodec.PLAIN, STRING)),
            Map.entry("name", new BoundedText(TextCodec.NAME, STRING)),
            Map.entry("text", new BoundedText(TextCodec.PLAIN, CUSTOM)),
            Map.entry("paragraph", new BoundedText(TextCodec.PLAIN, PARAGRAPH)),
            Map.entry("html", new HtmlCodec(HTML_BYTES, "truncated-65kb")),
            Map.entry("phone", new PhoneCodec(PHONE)),
            Map.entry("website", new WebsiteCodec(STRING)),
            Map.entry("zone", new ZoneCodec()),
            Map.entry("tags", new TagsCodec()),
            Map.entry("int", new IntegerCodec()),
            Map.entry("employees", new EmployeesCodec()),
            Map.entry("amount", new DecimalCodec()),
            Map.entry("number", new NumberCodec()),
            Map.entry("decimal", new NumberCodec()),
            Map.entry("money", new AmountCodec()),
            Map.entry("bool", new BooleanCodec()),
            Map.entry("checkbox", new BooleanCodec()),
            Map.entry("option", new OptionCodec()),
            Map.entry("status", new OptionCodec()),
            Map.entry("dropdown", new WordCodec()),
            Map.entry("radio", new WordCodec()),
            Map.entry("array", SeveralCodec.ARRAY),
            Map.entry("semicolon", SeveralCodec.SEMICOLON),
            Map.entry("user", new UserCodec()),
            Map.entry("contact", ReferenceCodec.byNumber("contact")),
            Map.entry("sales_account", ReferenceCodec.byNumber("sales_account")),
            Map.entry("deal", ReferenceCodec.byNumber("deal")),
            Map.entry("emails", new ContactPointsCodec("is_primary")),
            Map.entry("accounts", new AccountsCodec()),
            Map.entry("contacts", new ParticipantsCodec("contact", "id", "is_primary")),
            Map.entry("attendees", new ParticipantsCodec("contact", "attendee_id", "is_primary")),
            Map.entry("date", new DateCodec()),
            Map.entry("datetime", InstantCodec.ISO));

    private Codecs() {}

    /** Returns the codec of a field; of one that is only planned yet, that of the type it will get. */
    static Codec of(FieldDescription field) {
        String type = field.platformType().isEmpty() ? CustomTypes.typeFor(field.type()) : field.platformType();
        Codec codec = ALL.get(type);
        if (codec == null) {
            throw new IllegalArgumentException(
                    "field " + field.key() + " has the unknown type " + field.platformType());
        }
        return codec;
    }
}
