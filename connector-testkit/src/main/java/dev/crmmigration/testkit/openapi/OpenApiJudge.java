package dev.crmmigration.testkit.openapi;

import dev.crmmigration.testkit.openapi.Schemas.Fault;
import dev.crmmigration.testkit.openapi.Violation.Side;
import dev.crmmigration.testkit.simulator.Routes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares exchanges with documents and what is known to differ from them. Safe for use by several threads. */
public final class OpenApiJudge {

    private final Routes<Operation> routes;
    private final Map<String, String> aliases;
    private final boolean membersAreClosed;
    private final KnownDifferences differences;

    private OpenApiJudge(Builder builder) {
        this.routes = new Routes<>();
        builder.documents.forEach(document -> document.operations().forEach(this::add));
        this.aliases = Map.copyOf(builder.aliases);
        this.membersAreClosed = builder.membersAreClosed;
        this.differences = builder.differences;
    }

    /** Takes the first of two operations whose templates match the same paths. */
    private void add(Operation operation) {
        Operation known = routes.find(operation.method(), operation.path()).target();
        if (known == null || !known.sharesPathsWith(operation)) {
            routes.add(operation.method(), operation.path(), operation);
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Begins a strict judge: by all these documents, and no member that they do not declare. */
    public static Builder by(List<ApiDocument> documents, KnownDifferences differences) {
        Builder judge = builder().closedMembers().differences(differences);
        documents.forEach(judge::document);
        return judge;
    }

    /** Judges both sides. */
    public List<Violation> judge(Exchange exchange) {
        List<Violation> violations = new ArrayList<>(judgeRequest(exchange));
        violations.addAll(judgeReply(exchange));
        return violations;
    }

    /** Judges path, query and body of the request. */
    public List<Violation> judgeRequest(Exchange exchange) {
        Routes.Match<Operation> match = match(exchange);
        Operation operation = match.target();
        if (operation == null) {
            return unknown(Side.REQUEST, exchange);
        }
        RequestRules rules = new RequestRules(operation, exchange, membersAreClosed);
        return violations(Side.REQUEST, operation, rules.faults(match.pathParameters()));
    }

    /** Judges status, content type and body of the reply. */
    public List<Violation> judgeReply(Exchange exchange) {
        Operation operation = match(exchange).target();
        if (operation == null) {
            return unknown(Side.REPLY, exchange);
        }
        return violations(Side.REPLY, operation, new ReplyRules(operation, exchange).faults());
    }

    /** Names the operation as violations do. */
    String operation(Exchange exchange) {
        Operation operation = match(exchange).target();
        return operation == null ? exchange.method() + " " + exchange.path() : operation.toString();
    }

    private Routes.Match<Operation> match(Exchange exchange) {
        String path = exchange.path();
        for (Map.Entry<String, String> alias : aliases.entrySet()) {
            if (path.startsWith(alias.getKey() + "/")) {
                path = alias.getValue() + path.substring(alias.getKey().length());
            }
        }
        return routes.find(exchange.method(), path);
    }

    private List<Violation> unknown(Side side, Exchange exchange) {
        Violation violation = new Violation(side, exchange.method() + " " + exchange.path(), "", Rules.OPERATION, "");
        return differences.cover(violation) ? List.of() : List.of(violation);
    }

    private List<Violation> violations(Side side, Operation operation, List<Fault> faults) {
        if (faults.isEmpty()) {
            return List.of();
        }
        Set<Violation> violations = new LinkedHashSet<>();
        for (Fault fault : faults) {
            Violation violation =
                    new Violation(side, operation.toString(), fault.pointer(), fault.rule(), fault.expected());
            if (!differences.cover(violation)) {
                violations.add(violation);
            }
        }
        return List.copyOf(violations);
    }

    /** Not thread-safe. */
    public static final class Builder {
        private final List<ApiDocument> documents = new ArrayList<>();
        private final Map<String, String> aliases = new LinkedHashMap<>();
        private boolean membersAreClosed;
        private KnownDifferences differences = KnownDifferences.NONE;

        private Builder() {}

        public Builder document(ApiDocument document) {
            documents.add(document);
            return this;
        }

        /** Lets paths begin with another prefix than in the documents. */
        public Builder alias(String prefix, String prefixInDocument) {
            aliases.put(prefix, prefixInDocument);
            return this;
        }

        /** Forbids members that the schema of a request's body does not declare on its first level, unless it allows them expressly. */
        public Builder closedMembers() {
            membersAreClosed = true;
            return this;
        }

        public Builder differences(KnownDifferences differences) {
            this.differences = differences;
            return this;
        }

        public OpenApiJudge build() {
            return new OpenApiJudge(this);
        }
    }
}
