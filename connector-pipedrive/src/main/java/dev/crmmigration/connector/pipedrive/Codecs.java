package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.toolkit.codec.BooleanCodec;
import dev.crmmigration.toolkit.codec.Codec;
import dev.crmmigration.toolkit.codec.ContactPointsCodec;
import dev.crmmigration.toolkit.codec.DateCodec;
import dev.crmmigration.toolkit.codec.DecimalCodec;
import dev.crmmigration.toolkit.codec.HtmlCodec;
import dev.crmmigration.toolkit.codec.InstantCodec;
import dev.crmmigration.toolkit.codec.IntegerCodec;
import dev.crmmigration.toolkit.codec.MoneyCodec;
import dev.crmmigration.toolkit.codec.OptionCodec;
import dev.crmmigration.toolkit.codec.OptionsCodec;
import dev.crmmigration.toolkit.codec.ParticipantsCodec;
import dev.crmmigration.toolkit.codec.ReferenceCodec;
import dev.crmmigration.toolkit.codec.TextCodec;
import dev.crmmigration.toolkit.codec.UserCodec;
import dev.crmmigration.toolkit.codec.WordCodec;
import java.util.Map;

/** The codec of every platform type: the types of custom fields, and ours for what system fields hold. */
final class Codecs {

    /**
     * Pipedrive takes 100 KB (changelog of 2025-09-21 for activities, "about 100,000 characters" for notes): the smaller
     * reading of both.
     */
    private static final int MAX_HTML = 100_000;

    private static final Map<String, Codec> ALL = Map.ofEntries(
            Map.entry("varchar", TextCodec.PLAIN),
            Map.entry("varchar_auto", TextCodec.PLAIN),
            Map.entry("phone", TextCodec.PLAIN),
            Map.entry("text", TextCodec.PLAIN),
            Map.entry("name", TextCodec.NAME),
            Map.entry("html", new HtmlCodec(MAX_HTML, "truncated-100kb")),
            Map.entry("place", new PlaceCodec()),
            Map.entry("int", new IntegerCodec()),
            Map.entry("double", new DecimalCodec()),
            Map.entry("monetary", new MoneyCodec()),
            Map.entry("bool", new BooleanCodec()),
            Map.entry("enum", new OptionCodec()),
            Map.entry("set", new OptionsCodec(false)),
            Map.entry("labels", new OptionsCodec(true)),
            Map.entry("word", new WordCodec()),
            Map.entry("user", new UserCodec()),
            Map.entry("org", ReferenceCodec.byNumber("organization")),
            Map.entry("people", ReferenceCodec.byNumber("person")),
            Map.entry("deal", ReferenceCodec.byNumber("deal")),
            Map.entry("lead", ReferenceCodec.byUuid("lead")),
            Map.entry("product", ReferenceCodec.byNumber("product")),
            Map.entry("activity", ReferenceCodec.byNumber("activity")),
            Map.entry("lead_value", new LeadValueCodec()),
            Map.entry("lead_labels", new LeadLabelsCodec()),
            Map.entry("prices", new PricesCodec()),
            Map.entry("category", new CategoryCodec()),
            Map.entry("flag", new FlagCodec()),
            Map.entry("participants", new ParticipantsCodec("person", "person_id", "primary")),
            Map.entry("contacts", new ContactPointsCodec("primary")),
            Map.entry("address", new AddressCodec()),
            Map.entry("date", new DateCodec()),
            Map.entry("daterange", new DateRangeCodec()),
            Map.entry("datetime", InstantCodec.ISO),
            Map.entry("datetime_v1", InstantCodec.SPACED),
            Map.entry("time", TimeCodec.CUSTOM),
            Map.entry("clock", TimeCodec.BARE),
            Map.entry("timerange", new TimeRangeCodec()),
            Map.entry("duration", new DurationCodec()));

    private Codecs() {}

    static boolean knows(String platformType) {
        return ALL.containsKey(platformType);
    }

    /** Returns the codec of a field; of one that is only planned yet, that of the type it will get. */
    static Codec of(FieldDescription field) {
        String type = field.platformType().isEmpty() ? FieldPart.typeFor(field.type()) : field.platformType();
        Codec codec = ALL.get(type);
        if (codec == null) {
            throw new IllegalArgumentException(
                    "field " + field.key() + " has the unknown type " + field.platformType());
        }
        return codec;
    }
}
