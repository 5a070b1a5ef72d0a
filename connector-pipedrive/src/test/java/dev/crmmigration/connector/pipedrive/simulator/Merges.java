package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Merges two records into one: what the survivor lacks it takes over, what referred to the other refers to it, the other is gone. */
final class Merges {

    private static final Map<String, List<String>> REFERENCES = Map.of(
            "persons", List.of("person_id"),
            "organizations", List.of("org_id", "organization_id", "rel_owner_org_id", "rel_linked_org_id"),
            "deals", List.of("deal_id"));
    private static final List<String> LISTS = List.of("emails", "phones", "label_ids");

    private final Company company;
    private final Account account;

    Merges(Company company) {
        this.company = company;
        this.account = company.account();
    }

    List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        for (String object : REFERENCES.keySet()) {
            String path = Endpoint.V1 + "/" + object + "/{id}/merge";
            endpoints.add(new Endpoint("PUT", path, 40, request -> merge(object, request)));
        }
        return endpoints;
    }

    private Reply merge(String object, Request request) {
        JsonNode survivor = Bodies.object(request).path("merge_with_id");
        if (!survivor.isIntegralNumber()) {
            throw ApiException.badRequest("merge_with_id is required");
        }
        long gone = EntityEndpoints.id(request);
        ObjectNode merged = Json.parseOwn(merge(object, gone, survivor.longValue()));
        merged.put("active_flag", true);
        merged.put("merge_what_id", gone);
        merged.put("visible_to", merged.path("visible_to").asText());
        return Replies.data(200, merged);
    }

    /** Returns the document of the survivor. */
    byte[] merge(String object, long goneId, long survivorId) {
        List<String> references = REFERENCES.get(object);
        EntityEndpoints entity = company.find(object);
        if (references == null || entity == null) {
            throw ApiException.badRequest(object + " cannot be merged");
        }
        Table table = account.table(object);
        Row gone = table.findLive(goneId);
        Row survivor = table.findLive(survivorId);
        if (gone == null || survivor == null || goneId == survivorId) {
            throw ApiException.notFound();
        }
        ObjectNode merged = entity.documents().record(survivor);
        complete(merged, entity.documents().record(gone));
        merged.put("update_time", account.now());
        entity.delete(goneId);
        byte[] document = table.put(merged, entity.documents().version()).document();
        for (Table referring : account.tables()) {
            references.stream()
                    .filter(referring.keyNames()::contains)
                    .forEach(reference -> redirect(referring, reference, goneId, survivorId));
        }
        if (object.equals("deals")
                && account.table("dealProducts").withKey("deal_id", survivorId).size() > 0) {
            new DealTotals(account).refresh(survivorId);
        }
        Followers.move(account, object + "/" + goneId, object + "/" + survivorId);
        return document;
    }

    private static void complete(ObjectNode survivor, ObjectNode gone) {
        gone.properties().forEach(member -> {
            if (LISTS.contains(member.getKey())) {
                append(survivor, member.getKey(), member.getValue());
            } else if (member.getKey().equals("custom_fields")) {
                ObjectNode values = (ObjectNode) survivor.path("custom_fields");
                member.getValue().properties().forEach(value -> values.putIfAbsent(value.getKey(), value.getValue()));
            } else if (!survivor.hasNonNull(member.getKey())) {
                survivor.set(member.getKey(), member.getValue());
            }
        });
    }

    private static void append(ObjectNode survivor, String name, JsonNode more) {
        ArrayNode list = survivor.withArray(name);
        for (JsonNode element : more) {
            JsonNode added = element.deepCopy();
            if (added instanceof ObjectNode contact) {
                contact.put("primary", list.isEmpty());
            }
            if (!contains(list, added)) {
                list.add(added);
            }
        }
    }

    private static boolean contains(ArrayNode list, JsonNode wanted) {
        for (JsonNode present : list) {
            boolean sameContact = wanted.isObject() && present.path("value").equals(wanted.path("value"));
            if (sameContact || present.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private void redirect(Table table, String link, long from, long to) {
        for (long id : table.withKey(link, from).toArray()) {
            Row row = table.find(id);
            if (row == null) {
                continue;
            }
            ObjectNode record = row.record();
            record.put(link, to);
            for (JsonNode participant : record.path("participants")) {
                if (participant.path("person_id").asLong() == from && link.equals("person_id")) {
                    ((ObjectNode) participant).put("person_id", to);
                }
            }
            table.put(record, row.cleanedAt());
        }
    }
}
