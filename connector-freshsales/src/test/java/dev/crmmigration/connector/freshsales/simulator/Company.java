package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import dev.crmmigration.testkit.simulator.Routes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An account with its calls and its ledger: all that a reset replaces. Whoever uses the account's records holds its monitor. */
final class Company {

    private final Account account;
    private final Ledger ledger = new Ledger();
    private final Limits limits;
    private final Map<MainObject, MainRecords> records = new EnumMap<>(MainObject.class);
    private final Map<String, HangingRecords> hanging = new HashMap<>();
    private final Jobs jobs;
    private final Documents documents;
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final Routes<Endpoint> routes = new Routes<>();

    Company(Account account) {
        this.account = account;
        this.limits = new Limits(account.settings(), account.clock(), ledger);
        this.documents = new Documents(account);
        addRecords();
        addHanging();
        this.jobs = new Jobs(account, plural -> new Upserts(account.settings(), records(plural)));
        addMainEndpoints();
        addHangingEndpoints();
        endpoints.addAll(new FieldEndpoints(account, "sales_activities").endpoints());
        endpoints.addAll(new Selectors(account).endpoints());
        endpoints.addAll(new Search(account, records.values()).endpoints());
        endpoints.addAll(new BulkEndpoints(account, records.values(), jobs).endpoints());
        endpoints.addAll(new Lists(account, records(MainObject.CONTACT)).endpoints());
        endpoints.addAll(documents.endpoints());
        endpoints.addAll(new Associations(account, records.values(), documents).endpoints());
        endpoints.forEach(endpoint -> routes.add(endpoint.method(), endpoint.template(), endpoint));
    }

    private void addMainEndpoints() {
        Includes includes = new Includes(account);
        for (MainRecords object : records.values()) {
            endpoints.addAll(new MainEndpoints(account, object, includes).endpoints());
            endpoints.addAll(new Views(account, object, includes).endpoints());
            endpoints.addAll(new FieldEndpoints(account, object.object().plural()).endpoints());
            endpoints.addAll(new RelatedEndpoints(account, object, hanging).endpoints());
        }
        endpoints.add(Endpoint.get("/api/sales_accounts/{id}/contacts", this::contactsOf));
    }

    private Reply contactsOf(Request request) {
        long id = Bodies.id(request, "id");
        records(MainObject.SALES_ACCOUNT).require(id);
        MainRecords contacts = records(MainObject.CONTACT);
        List<ObjectNode> found = contacts.table().liveWithKey(Keys.of("sales_accounts", id));
        return Reply.json(200, Paging.of(request).page("contacts", found, contacts::shown, true));
    }

    private void addHanging() {
        hanging.put("tasks", new HangingRecords(account, "tasks", new TaskRules(account)));
        hanging.put("appointments", new HangingRecords(account, "appointments", new AppointmentRules(account)));
        hanging.put("notes", new HangingRecords(account, "notes", new NoteRules()));
        hanging.put(
                "sales_activities", new HangingRecords(account, "sales_activities", new SalesActivityRules(account)));
    }

    private void addHangingEndpoints() {
        int activityStatus = account.settings().status(Switch.SALES_ACTIVITY_CREATED);
        addHanging("task", "tasks", 201);
        addHanging("appointment", "appointments", 201);
        addHanging("sales_activity", "sales_activities", activityStatus);
        endpoints.addAll(new Notes(account, hanging("notes")).endpoints());
    }

    private void addHanging(String envelope, String plural, int created) {
        endpoints.addAll(new HangingEndpoints(account, envelope, hanging(plural), created).endpoints());
    }

    /** Returns the records of a kind that hangs on others. */
    HangingRecords hanging(String plural) {
        HangingRecords found = hanging.get(plural);
        if (found == null) {
            throw new IllegalArgumentException("there is no kind " + plural);
        }
        return found;
    }

    boolean isHanging(String plural) {
        return hanging.containsKey(plural);
    }

    private void addRecords() {
        MainRecords accounts = new MainRecords(account, MainObject.SALES_ACCOUNT, new AccountRules(account));
        DealRules deals = new DealRules(account, named -> accountNamed(accounts, named));
        records.put(MainObject.CONTACT, new MainRecords(account, MainObject.CONTACT, new ContactRules(account)));
        records.put(MainObject.SALES_ACCOUNT, accounts);
        records.put(MainObject.DEAL, new MainRecords(account, MainObject.DEAL, deals));
    }

    private static long accountNamed(MainRecords accounts, ObjectNode named) {
        String key = Keys.of("name", named.path("name").asText());
        return accounts.table().liveWithKey(key).stream()
                .findFirst()
                .orElseGet(() -> accounts.create(named))
                .path("id")
                .longValue();
    }

    /** Lets happen what has come due by the clock. */
    void settle() {
        jobs.settle();
    }

    Jobs jobs() {
        return jobs;
    }

    FileStore store() {
        return documents.store();
    }

    Account account() {
        return account;
    }

    Ledger ledger() {
        return ledger;
    }

    Limits limits() {
        return limits;
    }

    Routes<Endpoint> routes() {
        return routes;
    }

    MainRecords records(MainObject object) {
        MainRecords found = records.get(object);
        if (found == null) {
            throw new IllegalArgumentException("there are no records of " + object);
        }
        return found;
    }

    private MainRecords records(String plural) {
        return records.values().stream()
                .filter(object -> object.object().plural().equals(plural))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there are no records of " + plural));
    }
}
