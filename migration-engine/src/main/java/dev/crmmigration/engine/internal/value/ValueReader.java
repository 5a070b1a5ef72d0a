package dev.crmmigration.engine.internal.value;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.crmmigration.api.record.FieldValue;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the stored form that {@link ValueCodec} describes. */
final class ValueReader {

    private final JsonParser json;

    ValueReader(JsonParser json) {
        this.json = json;
    }

    Map<String, FieldValue> fields() throws IOException {
        expect(json.nextToken(), JsonToken.START_OBJECT);
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken token = json.nextToken();
            fields.put(name, token == JsonToken.VALUE_NULL ? FieldValue.cleared() : FieldValue.of(value(token)));
        }
        expect(json.currentToken(), JsonToken.END_OBJECT);
        if (json.nextToken() != null) {
            throw damaged();
        }
        return fields;
    }

    private Object value(@Nullable JsonToken token) throws IOException {
        if (token == JsonToken.START_ARRAY) {
            return list();
        }
        return token == JsonToken.START_OBJECT ? tagged() : plain(token);
    }

    private Object plain(@Nullable JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_STRING) {
            return json.getText();
        }
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return json.getLongValue();
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return json.getBooleanValue();
        }
        throw damaged();
    }

    private List<Object> list() throws IOException {
        List<Object> items = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            items.add(token == JsonToken.START_OBJECT ? tagged() : plain(token));
        }
        return List.copyOf(items);
    }

    private Object tagged() throws IOException {
        ValueForm<?> form = ValueForm.tagged(json.nextFieldName());
        if (form == null) {
            throw damaged();
        }
        JsonToken token = json.nextToken();
        List<Object> parts = token == JsonToken.START_ARRAY ? list() : List.of(plain(token));
        expect(json.nextToken(), JsonToken.END_OBJECT);
        try {
            return form.build(parts);
        } catch (IllegalArgumentException
                | DateTimeException
                | ClassCastException
                | IndexOutOfBoundsException unreadable) {
            throw damaged();
        }
    }

    private void expect(@Nullable JsonToken token, JsonToken expected) {
        if (token != expected) {
            throw damaged();
        }
    }

    private IllegalArgumentException damaged() {
        return ValueCodec.notAStoredForm(json.currentLocation().getCharOffset());
    }
}
