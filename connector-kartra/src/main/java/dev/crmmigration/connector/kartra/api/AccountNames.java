package dev.crmmigration.connector.kartra.api;

import dev.crmmigration.toolkit.http.JsonObject;
import java.util.List;

/**
 * What the API says of the whole account.
 *
 * @param tags the names of all tags; none if it does not say
 * @param lists the names of all lists
 * @param sequences the names of all sequences
 * @param customFields the definitions of custom fields, as {@code retrieve_custom_fields} gives them
 * @param gaps a sentence for each of these that it does not say
 */
public record AccountNames(
        List<String> tags,
        List<String> lists,
        List<String> sequences,
        List<JsonObject> customFields,
        List<String> gaps) {

    /** Nothing is known without the API. */
    public static final AccountNames NONE = new AccountNames(List.of(), List.of(), List.of(), List.of(), List.of());

    public AccountNames {
        tags = List.copyOf(tags);
        lists = List.copyOf(lists);
        sequences = List.copyOf(sequences);
        customFields = List.copyOf(customFields);
        gaps = List.copyOf(gaps);
    }
}
