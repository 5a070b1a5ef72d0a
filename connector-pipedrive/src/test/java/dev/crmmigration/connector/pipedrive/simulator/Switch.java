package dev.crmmigration.connector.pipedrive.simulator;

import java.util.List;

/**
 * Settings with few answers. What nobody has documented is a switch, so that a client can be tried with each answer.
 *
 * <p>The first answer is the default.
 */
enum Switch {
    /** Whether bursts and daily budgets are refused when they are exceeded. */
    LIMITS("limits", "on", "off"),
    /** Whether the plan limits custom fields and open deals. */
    CAPS("caps", "on", "off"),
    /** How clients authenticate; with OAuth the token is a bearer token and bursts are four times as large. */
    AUTH("auth", "api-token", "oauth"),
    /** Whether a refresh token is good only once and replaced by the next one. */
    REFRESH_TOKEN_ROTATION("refreshTokenRotation", "on", "off"),
    /** Whether the token's user is an administrator. */
    ADMIN("admin", "on", "off"),
    /** Whether records that only their owner sees are hidden from other users who are no administrators. */
    VISIBILITY("visibility", "off", "on"),
    /** Whether {@code ?api_token=} is accepted. */
    QUERY_TOKEN("queryToken", "off", "on"),
    /** Whether the account is paid for; else everything is answered with 402. */
    PAID("paid", "on", "off"),
    /** Whether persons have the fields of contact sync. */
    CONTACT_SYNC("contactSync", "off", "on"),
    /** Whether persons have a marketing status. */
    CAMPAIGNS("campaigns", "off", "on"),
    /** Whether organizations have website, LinkedIn, industry, revenue and employees. */
    COMPANY_DETAILS("companyDetails", "off", "on"),
    /** The status of a successful creation in v2. */
    CREATE_STATUS("createStatus", "200", "201"),
    /** The body of a 429. */
    BURST_BODY("burstBody", "json", "empty", "html"),
    /** Whether a 429 has a {@code Retry-After}. */
    RETRY_AFTER("retryAfter", "off", "on"),
    /** Whether answers tell what is left of the day. */
    DAILY_HEADERS("dailyHeaders", "off", "on"),
    /** Whether a refused call costs what a successful one costs. */
    FAILED_CALLS_COST("failedCallsCost", "on", "off"),
    /** The code of the system field whose options are the labels. */
    LABEL_FIELD("labelField", "label_ids", "label"),
    /** Whether a new pipeline begins with stages. */
    NEW_PIPELINE_STAGES("newPipelineStages", "none", "default"),
    /** What happens to a value of an unknown or deleted custom field. */
    UNKNOWN_HASH("unknownHash", "reject", "ignore"),
    /** What happens to a list request for more than 500 records. */
    LIMIT_ABOVE_MAX("limitAboveMax", "reject", "clamp"),
    /** Whether the list of leads tells its paging beside the data or in {@code pagination} within it. */
    LEAD_PAGING("leadPaging", "flat", "nested"),
    /** How v1 writes the option of an enum field of a lead. */
    ENUM_IN_V1("enumInV1", "text", "number"),
    /** How v1 shows the links that a note or a file does not have: its document knows no null there, the real server sends it. */
    ABSENT_IN_V1("absentInV1", "omit", "null"),
    /** The status of an upload that is too large. */
    FILE_TOO_LARGE("fileTooLarge", "413", "400"),
    /** The status of a write that refers to a record that is not there. */
    UNKNOWN_REFERENCE("unknownReference", "400", "404"),
    /** The status of a write to v2 whose body is not declared as JSON. */
    WRONG_CONTENT_TYPE("wrongContentType", "415", "400"),
    /** How a product shows its category: by the label of the option or by its number. */
    PRODUCT_CATEGORY("productCategory", "label", "id"),
    /** Whether the sum of a deal's product holds the tax that comes on top of its price. */
    TAX_IN_SUMS("taxInSums", "on", "off"),
    /** What happens to a value that is sent for a deal with products: it is ignored, or it takes the place of what the products give. */
    VALUE_WITH_PRODUCTS("valueWithProducts", "ignore", "overwrite");

    private final String key;
    private final String answers;

    Switch(String key, String... answers) {
        this.key = key;
        this.answers = String.join("|", answers);
    }

    String key() {
        return key;
    }

    List<String> answers() {
        return List.of(answers.split("\\|", -1));
    }
}
