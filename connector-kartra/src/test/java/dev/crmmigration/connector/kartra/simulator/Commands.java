package dev.crmmigration.connector.kartra.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Does what commands that read ask for. Those that write are refused as if the App were not approved for them. */
final class Commands {

    private static final String NO_LEAD = "234";
    private static final String NO_LEAD_OF_SEARCH = "243";
    private static final String DELETED_LEAD = "245";
    private static final String NO_TRANSACTION = "247";
    private static final String NO_SUBSCRIPTION = "248";
    private static final String NO_COMMAND = "254";
    private static final String NOT_APPROVED = "262";
    private static final String NO_ADDRESS = "206";

    private final KartraAccount account;
    private final Set<String> refused;

    Commands(KartraAccount account, Set<String> refused) {
        this.account = account;
        this.refused = refused;
    }

    /**
     * Answers a command.
     *
     * @param parameters what it was given; {@code id} and {@code email} say which lead it is about
     * @return the result with {@code status}, and {@code type} if it failed
     */
    ObjectNode answer(String command, Map<String, String> parameters) {
        if (command.isEmpty()) {
            return error(NO_COMMAND, "Command is missing");
        }
        if (refused.contains(command)) {
            return error(NOT_APPROVED, "Command not approved");
        }
        return switch (command) {
            case "get_lead" -> lead(parameters, NO_LEAD, lead -> success("lead_details", lead));
            case "search_lead" -> lead(parameters, NO_LEAD_OF_SEARCH, Commands::found);
            case "retrieve_account_tags" -> success("account_tags", account.names("tags"));
            case "retrieve_account_lists" -> success("account_lists", account.names("lists"));
            case "retrieve_account_sequences" -> success("account_sequences", account.names("sequences"));
            case "retrieve_account_pages" -> success("account_pages", Json.MAPPER.createArrayNode());
            case "retrieve_custom_fields" -> success("custom_fields", account.customFields());
            case "retrieve_transactions_from_lead" ->
                lead(parameters, NO_LEAD, lead -> success("transaction_list", account.transactionsOf(lead)));
            case "retrieve_subscriptions_from_lead", "get_subscriptions_from_lead" ->
                lead(parameters, NO_LEAD, lead -> success("subscriptions_list", account.subscriptionsOf(lead)));
            case "get_transaction_details", "search_transaction" ->
                one(
                        account.transaction(parameters.getOrDefault("transaction_id", "")),
                        "transaction_details",
                        NO_TRANSACTION);
            case "get_subscription_details", "search_subscription" ->
                one(
                        account.subscription(parameters.getOrDefault("subscription_id", "")),
                        "subscription_details",
                        NO_SUBSCRIPTION);
            default -> error(NOT_APPROVED, "Command not approved");
        };
    }

    /** What is done with a lead. */
    private interface WithLead {
        ObjectNode answer(ObjectNode lead);
    }

    private ObjectNode lead(Map<String, String> parameters, String missing, WithLead answer) {
        String id = parameters.getOrDefault("id", "");
        String email = parameters.getOrDefault("email", "");
        if (id.isEmpty() && email.isEmpty()) {
            return error(NO_ADDRESS, "Lead email or id is missing");
        }
        return account.lead(id, email).map(answer::answer).orElseGet(() -> error(missing, "No lead found"));
    }

    private static ObjectNode found(ObjectNode lead) {
        return lead.path("lead_deleted").asText().equals("1")
                ? error(DELETED_LEAD, "Lead is deleted")
                : success(
                        "lead_details", Json.object().put("id", lead.path("id").asText()));
    }

    private static ObjectNode one(Optional<ObjectNode> found, String name, String missing) {
        return found.map(details -> success(name, details)).orElseGet(() -> error(missing, "It does not exist"));
    }

    private static ObjectNode success(String name, JsonNode result) {
        ObjectNode answer = Json.object().put("status", "Success");
        answer.set(name, result);
        return answer;
    }

    static ObjectNode error(String type, String message) {
        return Json.object().put("status", "Error").put("message", message).put("type", type);
    }
}
