package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import java.util.Map;

/** The codec of every platform type: the types of custom fields, and ours for what system fields hold. */
final class Codecs {

    private static final Map<String, Codec> ALL = Map.ofEntries(
            Map.entry("varchar", TextCodec.PLAIN),
            Map.entry("varchar_auto", TextCodec.PLAIN),
            Map.entry("phone", TextCodec.PLAIN),
            Map.entry("text", TextCodec.PLAIN),
            Map.entry("name", TextCodec.NAME),
            Map.entry("html", new HtmlCodec()),
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
            Map.entry("org", new ReferenceCodec("organization")),
            Map.entry("people", new ReferenceCodec("person")),
            Map.entry("deal", new ReferenceCodec("deal")),
            Map.entry("lead", new ReferenceCodec("lead")),
            Map.entry("product", new ReferenceCodec("product")),
            Map.entry("activity", new ReferenceCodec("activity")),
            Map.entry("lead_value", new LeadValueCodec()),
            Map.entry("lead_labels", new LeadLabelsCodec()),
            Map.entry("prices", new PricesCodec()),
            Map.entry("category", new CategoryCodec()),
            Map.entry("flag", new FlagCodec()),
            Map.entry("participants", new ParticipantsCodec()),
            Map.entry("contacts", new ContactPointsCodec()),
            Map.entry("address", new AddressCodec()),
            Map.entry("date", new DateCodec()),
            Map.entry("daterange", new DateRangeCodec()),
            Map.entry("datetime", new InstantCodec(false)),
            Map.entry("datetime_v1", new InstantCodec(true)),
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
