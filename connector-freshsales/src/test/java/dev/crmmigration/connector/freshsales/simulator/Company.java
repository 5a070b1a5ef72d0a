package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Routes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An account with its calls and its ledger: all that a reset replaces. Whoever uses the account's records holds its monitor. */
final class Company {

    private final Account account;
    private final Ledger ledger = new Ledger();
    private final Limits limits;
    private final Map<MainObject, MainRecords> records = new EnumMap<>(MainObject.class);
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final Routes<Endpoint> routes = new Routes<>();

    Company(Account account) {
        this.account = account;
        this.limits = new Limits(account.settings(), account.clock(), ledger);
        addRecords();
        Includes includes = new Includes(account);
        records.values().forEach(object -> {
            endpoints.addAll(new MainEndpoints(account, object, includes).endpoints());
            endpoints.addAll(new Views(account, object, includes).endpoints());
            endpoints.addAll(new FieldEndpoints(account, object.object().plural()).endpoints());
        });
        endpoints.addAll(new FieldEndpoints(account, "sales_activities").endpoints());
        endpoints.addAll(new Selectors(account).endpoints());
        endpoints.forEach(endpoint -> routes.add(endpoint.method(), endpoint.template(), endpoint));
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
    void settle() {}

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
}
