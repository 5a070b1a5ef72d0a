package dev.crmmigration.connector.kartra.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.bundle.RequestWindow;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Refusal;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import dev.crmmigration.testkit.simulator.SimulatedPlatform;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers calls of the API: one address, commands in a form, and status 200 whatever came of it. */
final class KartraPlatform implements SimulatedPlatform {

    private final AccountSettings settings;
    private final SimulatorOptions options;
    private final RequestWindow window;
    private final Envelopes envelopes;
    private KartraAccount account;

    KartraPlatform(AccountSettings settings, SimulatorOptions options) {
        this.settings = settings;
        this.options = options;
        this.window = new RequestWindow(settings.perSecond());
        this.envelopes = new Envelopes(settings.envelopes());
        this.account = opened();
    }

    private KartraAccount opened() {
        return new KartraAccount(ExportTables.read(settings.export()), options.seed());
    }

    @Override
    public synchronized Reply answer(Request request) {
        if (!window.admits(options.clock().instant())) {
            return refusal(Refusal.BURST);
        }
        if (!request.path().matches("/api/?")) {
            return Reply.html(404, "<html><body>Not found</body></html>");
        }
        FormBody form = new FormBody(request.body());
        ObjectNode wrong = credentials(form);
        return wrong != null ? Reply.json(200, wrong) : called(form);
    }

    /** Returns what is wrong with the credentials, or {@code null}. */
    private @Nullable ObjectNode credentials(FormBody form) {
        if (form.get("app_id").isEmpty()) {
            return Commands.error("238", "App id is empty");
        }
        if (!form.get("app_id").equals(settings.appId())) {
            return Commands.error("239", "App id is invalid");
        }
        if (form.get("api_key").isEmpty()) {
            return Commands.error("202", "Api key is empty");
        }
        if (!form.get("api_key").equals(settings.apiKey())) {
            return Commands.error("203", "Api key is invalid");
        }
        return form.get("api_password").equals(options.token())
                ? null
                : Commands.error("233", "Api password is invalid");
    }

    private Reply called(FormBody form) {
        Commands commands = new Commands(account, settings.refused());
        List<Map.Entry<String, ObjectNode>> answers = new ArrayList<>();
        Map<String, String> lead = lead(form);
        if (form.has("get_lead[id]") || form.has("get_lead[email]")) {
            answers.add(Map.entry("get_lead", commands.answer("get_lead", lead)));
        }
        for (int action : form.actions()) {
            Map<String, String> parameters = new HashMap<>(lead);
            for (String name : List.of("transaction_id", "subscription_id")) {
                parameters.put(name, form.of(action, name));
            }
            String command = form.of(action, "cmd");
            answers.add(Map.entry(command, commands.answer(command, parameters)));
        }
        return answers.isEmpty()
                ? Reply.json(200, Commands.error("254", "Command is missing"))
                : envelopes.wrap(answers, lead.toString());
    }

    private static Map<String, String> lead(FormBody form) {
        Map<String, String> lead = new HashMap<>();
        for (String name : List.of("id", "email")) {
            String plain = form.get("lead[" + name + "]");
            lead.put(name, plain.isEmpty() ? form.get("get_lead[" + name + "]") : plain);
        }
        return lead;
    }

    @Override
    public Reply refusal(Refusal reason) {
        return switch (reason) {
            case BURST, BUDGET -> Reply.html(429, "Too many requests");
            case BLOCKED -> Reply.html(403, "<html><body>Blocked</body></html>");
            case UNAUTHORIZED -> Reply.json(200, Commands.error("233", "Api password is invalid"));
            case PAYMENT_REQUIRED -> Reply.json(200, Commands.error("240", "App account is inactive"));
        };
    }

    @Override
    public synchronized Reply state() {
        ObjectNode state = Json.object();
        ArrayNode leads = state.putArray("leads");
        account.leads().forEach(leads::add);
        state.putObject("deleted").putArray("leads");
        return Reply.json(200, state);
    }

    @Override
    public synchronized JsonNode ledger() {
        return Json.object().put("requests", window.admitted()).put("violations", window.refused());
    }

    /** {@code {"lead": "100001", "set": {...}}} changes a lead, by id or address; {@code "delete": true} takes it away. */
    @Override
    public synchronized Reply edit(JsonNode change) {
        String name = change.path("lead").asText();
        ObjectNode lead = account.lead(name, "")
                .or(() -> account.lead("", name))
                .orElseThrow(() -> new IllegalArgumentException("there is no such lead"));
        account.change(lead, change.path("delete").asBoolean() ? null : change.path("set"));
        return Reply.json(200, Json.object().put("id", lead.path("id").asText()));
    }

    @Override
    public JsonNode seed(JsonNode amounts) {
        throw new IllegalArgumentException("an export is served as it is: no leads are invented");
    }

    @Override
    public synchronized void reset() {
        account = opened();
        window.reset();
    }

    @Override
    public synchronized void save(OutputStream out) throws IOException {
        ArrayNode saved = Json.MAPPER.createArrayNode();
        account.leads().forEach(saved::add);
        out.write(Json.bytes(saved));
    }

    @Override
    public synchronized void restore(InputStream in) throws IOException {
        account.restore(Json.parse(in.readAllBytes()));
    }
}
