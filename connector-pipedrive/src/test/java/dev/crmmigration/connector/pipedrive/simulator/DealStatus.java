package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Opens, wins and loses deals. A new status is dated now unless the request says otherwise. */
final class DealStatus {

    private final Account account;

    DealStatus(Account account) {
        this.account = account;
    }

    void apply(ObjectNode record, Parameters given) {
        String before = record.path("status").textValue();
        String status = given.has("status") ? given.get("status").textValue() : before;
        requireFitting(given, status);
        if (!status.equals(before)) {
            change(record, status);
        }
        if (given.has("lost_reason")) {
            record.set("lost_reason", given.get("lost_reason"));
        }
        String ownTime = status + "_time";
        if (given.hasValue(ownTime)) {
            record.set(ownTime, given.get(ownTime));
            record.set("close_time", given.get(ownTime));
        }
        if (given.hasValue("close_time")) {
            record.set("close_time", given.get("close_time"));
        }
        setLocalDates(record);
    }

    private static void requireFitting(Parameters given, String status) {
        refuseUnless(status.equals("won"), given, "won_time", "won");
        refuseUnless(status.equals("lost"), given, "lost_time", "lost");
        refuseUnless(status.equals("lost"), given, "lost_reason", "lost");
        refuseUnless(!status.equals("open"), given, "close_time", "won or lost");
    }

    private static void refuseUnless(boolean fits, Parameters given, String name, String status) {
        if (!fits && given.hasValue(name)) {
            throw ApiException.badRequest(name + " can only be set if the deal status is " + status);
        }
    }

    private void change(ObjectNode record, String status) {
        for (String name : List.of("won_time", "lost_time", "close_time", "lost_reason")) {
            record.putNull(name);
        }
        record.put("status", status);
        if (!status.equals("open")) {
            record.put(status + "_time", account.now());
            record.put("close_time", account.now());
        }
    }

    private void setLocalDates(ObjectNode record) {
        ZoneId zone = ZoneId.of(account.tokenUser().path("timezone_name").asText("UTC"));
        for (String name : List.of("won", "lost", "close")) {
            String time = record.path(name + "_time").textValue();
            record.put(
                    "local_" + name + "_date",
                    time == null
                            ? null
                            : LocalDate.ofInstant(Instant.parse(time), zone).toString());
        }
    }
}
