package dev.crmmigration.architecture.planted;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Every visible member shows a type of another library, but for those named {@code allowed}. */
public abstract class ExposesOthers implements Supplier<JsonNode> {

    protected @Nullable OkHttpClient field;

    public abstract List<? extends Request> inAReturnType();

    public abstract void inAParameter(JsonNode node);

    public abstract void inAThrowsClause() throws JsonProcessingException;

    abstract JsonNode allowed();

    public record InAComponent(JsonNode node) {}

    record AllowedHidden(JsonNode node) {}
}
