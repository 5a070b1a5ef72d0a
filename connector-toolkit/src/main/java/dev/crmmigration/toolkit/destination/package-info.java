/** What the connectors of destinations share: settings, replies, budgets, bodies of calls, scans. */
@NullMarked
package dev.crmmigration.toolkit.destination;

import org.jspecify.annotations.NullMarked;
