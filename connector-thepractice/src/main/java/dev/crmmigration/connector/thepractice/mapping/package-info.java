/** What mappings say of The Practice, whatever the destination: expressions over its objects, and the customer's decisions. */
@NullMarked
package dev.crmmigration.connector.thepractice.mapping;

import org.jspecify.annotations.NullMarked;
