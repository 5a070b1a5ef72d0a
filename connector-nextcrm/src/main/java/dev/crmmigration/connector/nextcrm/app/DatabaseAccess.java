package dev.crmmigration.connector.nextcrm.app;

import dev.crmmigration.api.connector.Secret;
import java.time.Duration;

/**
 * How to come into the database.
 *
 * @param host its host
 * @param port its port
 * @param database its name
 * @param schema the schema that holds the tables
 * @param user who reads
 * @param password the user's
 * @param tls the mode of TLS, in PostgreSQL's words
 * @param rootCertificate the file with the certificate of who signs the server's, or empty text
 * @param statementTimeout how long one statement may take
 * @param connectTimeout how long a connection may take
 */
public record DatabaseAccess(
        String host,
        int port,
        String database,
        String schema,
        String user,
        Secret password,
        String tls,
        String rootCertificate,
        Duration statementTimeout,
        Duration connectTimeout) {

    /** Names the server for messages. */
    String server() {
        return host + ":" + port;
    }
}
