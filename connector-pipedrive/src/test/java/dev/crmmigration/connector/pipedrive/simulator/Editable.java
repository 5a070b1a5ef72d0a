package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Records that a person at the screen can add, change and delete, whatever the token may do. */
interface Editable {

    Row create(ObjectNode members);

    Row update(long id, ObjectNode members);

    void delete(long id);
}
