package dev.crmmigration.connector.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.WriteOutcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every envelope in which Pipedrive says no, and what the writer makes of it. */
class ErrorRepliesTest {

    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";
    private static final Map<String, Object> JANE = Map.of("name", "Jane");

    private final MockAccount account = new MockAccount();

    @AfterEach
    void close() {
        account.close();
    }

    private static Arguments row(int status, String body, FieldError... errors) {
        return Arguments.of(status, body.replace('\'', '"'), List.of(errors));
    }

    private static FieldError error(String field, String code, String remedy) {
        return new FieldError(field, code, remedy);
    }

    static Stream<Arguments> envelopes() {
        String says = "Pipedrive says: ";
        return Stream.of(
                // v2
                row(
                        400,
                        "{'success':false,'error':'Validation failed: due_time: This value is not a valid datetime.',"
                                + "'code':'ERR_SCHEMA_VALIDATION_FAILED'}",
                        error(
                                "due_time",
                                "ERR_SCHEMA_VALIDATION_FAILED",
                                says + "This value is not a valid datetime.")),
                row(
                        400,
                        "{'success':false,'code':'ERR_SCHEMA_VALIDATION_FAILED','error':'Validation failed: update_time:"
                                + " Parameter \\'update_time\\' is not allowed for this request; custom_fields." + HASH
                                + ".value: too long; really; emails[0].value: empty'}",
                        error(
                                "update_time",
                                "ERR_SCHEMA_VALIDATION_FAILED",
                                says + "Parameter \"update_time\" is not allowed for this request"),
                        error(HASH, "ERR_SCHEMA_VALIDATION_FAILED", says + "too long; really"),
                        error("emails", "ERR_SCHEMA_VALIDATION_FAILED", says + "empty")),
                row(
                        400,
                        "{'success':false,'error':'Validation failed: custom_fields: no such option','field_code':'"
                                + HASH + "','code':'ERR_SCHEMA_VALIDATION_FAILED'}",
                        error(HASH, "ERR_SCHEMA_VALIDATION_FAILED", says + "no such option")),
                row(
                        400,
                        "{'success':false,'error':'Bad value','code':'ERR_BAD_REQUEST','additional_data':"
                                + "{'field_code':'" + HASH + "'}}",
                        error(HASH, "ERR_BAD_REQUEST", says + "Bad value")),
                row(
                        404,
                        "{'success':false,'error':'Entity was not found','error_info':'Object was not found.',"
                                + "'code':'ERR_NOT_FOUND'}",
                        error(
                                "",
                                "ERR_NOT_FOUND",
                                "The record is not there, or the token's user does not see it. " + says
                                        + "Entity was not found")),
                // v1
                row(
                        404,
                        "{'success':false,'error':'requested lead not found','data':null,'additional_data':null}",
                        error(
                                "",
                                "HTTP_404",
                                "The record is not there, or the token's user does not see it. " + says
                                        + "requested lead not found")),
                row(
                        400,
                        "{'success':false,'error':'Bad request','error_info':'See the documentation','data':null}",
                        error("", "HTTP_400", says + "Bad request")),
                row(
                        400,
                        "{'success':false,'error':'Validation failed: " + HASH
                                + "_currency: not active','errorCode':400}",
                        error(HASH, "HTTP_400", says + "not active")),
                row(400, "{'success':false,'error_info':'Only this'}", error("", "HTTP_400", says + "Only this")),
                // webhooks
                row(
                        400,
                        "{'status':'error','success':false,'errors':{'subscription_url':['must be public','too long'],"
                                + "'name':'is required','other':{'deep':1}}}",
                        error("subscription_url", "HTTP_400", says + "must be public"),
                        error("subscription_url", "HTTP_400", says + "too long"),
                        error("name", "HTTP_400", says + "is required")),
                row(
                        422,
                        "{'status':'error','success':false,'errors':{}}",
                        error(
                                "",
                                "HTTP_422",
                                "Pipedrive understands the call, but not its content. Compare it with its rules.")),
                // plan and rights
                row(
                        403,
                        "{'success':false,'error':'Too many','code':'feature_capping_deals_limit'}",
                        error(
                                "",
                                "FEATURE_CAPPING_DEALS_LIMIT",
                                "The plan allows no more open deals. Close deals, or change the plan, and run again. "
                                        + says + "Too many")),
                row(
                        403,
                        "{'success':false,'error':'The activity types limit has been reached'}",
                        error(
                                "",
                                "PLAN_LIMIT",
                                "The plan allows no more of these. Remove some, map fewer, or change the plan, and run"
                                        + " again. " + says + "The activity types limit has been reached")),
                row(
                        403,
                        "{'success':false,'error':'x','code':'feature_capping_filters_limit'}",
                        error(
                                "",
                                "PLAN_LIMIT",
                                "The plan allows no more of these. Remove some, map fewer, or change the plan, and run"
                                        + " again. " + says + "x")),
                row(
                        403,
                        "{'success':false,'error':'Scope and URL mismatch'}",
                        error(
                                "",
                                "SCOPE_MISSING",
                                "The app lacks the scope for this call. Add it to the app, install the app again, and set"
                                        + " oauthRefreshToken to its new token. " + says + "Scope and URL mismatch")),
                row(
                        403,
                        "{'success':false,'error':'Forbidden','code':'ERR_FORBIDDEN'}",
                        error(
                                "",
                                "ERR_FORBIDDEN",
                                "The token's user may not do this. Use the token of a user with admin rights for deals and"
                                        + " account settings. " + says + "Forbidden")),
                // gateway
                row(
                        405,
                        "<html>no</html>",
                        error("", "HTTP_405", "Pipedrive does not offer this call to the account.")),
                row(
                        413,
                        "",
                        error(
                                "",
                                "HTTP_413",
                                "Pipedrive takes nothing as large as this. Make it smaller, or leave it out.")),
                row(
                        409,
                        "{broken",
                        error("", "HTTP_409", "Pipedrive gives no reason. Compare the record with Pipedrive's rules.")),
                row(400, "{'message':'From a proxy'}", error("", "HTTP_400", says + "From a proxy")));
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void becomesErrorsWithFieldCodeAndRemedy(int status, String body, List<FieldError> errors) {
        WriteOutcome outcome = account.create(MockAccount.json(status, body), "person", JANE);

        assertThat(outcome).isEqualTo(new WriteOutcome.Rejected(SimulatedAccount.effect("person"), errors));
        assertThat(outcome.toString()).doesNotContain("Pipedrive says");
    }

    @ParameterizedTest
    @MethodSource("doubtful")
    void isInDoubt_andSentOnce(int status, String body) {
        MockResponse answer = MockAccount.json(status, body);

        assertThat(account.create(answer, "person", JANE)).isInstanceOf(WriteOutcome.InDoubt.class);
        assertThat(account.requests).hasSize(1);
    }

    static Stream<Arguments> doubtful() {
        return Stream.of(
                Arguments.of(500, "{\"success\":false,\"error\":\"x\",\"code\":\"ERR_UNKNOWN\"}"),
                Arguments.of(501, ""),
                Arguments.of(502, "<html></html>"),
                Arguments.of(503, ""),
                Arguments.of(524, "<html></html>"),
                Arguments.of(408, ""),
                Arguments.of(200, "null"),
                Arguments.of(200, "{\"success\":true,\"da"),
                Arguments.of(200, "{\"success\":false}"));
    }

    @Test
    void quotesNoMoreThanAPersonReads() {
        String body = "{\"success\":false,\"error\":\"" + "x".repeat(5_000) + "\"}";

        WriteOutcome outcome = account.create(MockAccount.json(400, body), "person", JANE);

        assertThat(((WriteOutcome.Rejected) outcome).errors().get(0).remedy()).hasSizeLessThan(600);
    }
}
