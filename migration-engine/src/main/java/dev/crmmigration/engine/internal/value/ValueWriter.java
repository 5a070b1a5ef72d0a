package dev.crmmigration.engine.internal.value;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Writes the stored form that {@link ValueCodec} describes. */
final class ValueWriter {

    private final JsonGenerator json;
    private final boolean sameScale;

    /** @param sameScale whether decimals of the same value are to look the same */
    ValueWriter(JsonGenerator json, boolean sameScale) {
        this.json = json;
        this.sameScale = sameScale;
    }

    void fields(SortedMap<String, FieldValue> fields) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, FieldValue> field : fields.entrySet()) {
            json.writeFieldName(field.getKey());
            if (field.getValue() instanceof FieldValue.Present present) {
                value(present.content());
            } else {
                json.writeNull();
            }
        }
        json.writeEndObject();
    }

    private void value(Object value) throws IOException {
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                value(item);
            }
            json.writeEndArray();
        } else {
            tagged(sameScale ? withoutScale(value) : value);
        }
    }

    private void tagged(Object value) throws IOException {
        ValueForm<?> form = ValueForm.of(value);
        List<Object> parts = form.parts(value);
        json.writeStartObject();
        json.writeFieldName(form.tag());
        if (parts.size() > 1) {
            json.writeStartArray();
        }
        for (Object part : parts) {
            value(part);
        }
        if (parts.size() > 1) {
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static Object withoutScale(Object value) {
        if (value instanceof BigDecimal number) {
            return withoutScale(number);
        }
        return value instanceof Money money ? new Money(withoutScale(money.amount()), money.currency()) : value;
    }

    private static BigDecimal withoutScale(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? new BigDecimal(ValueText.plain(stripped)) : stripped;
    }
}
