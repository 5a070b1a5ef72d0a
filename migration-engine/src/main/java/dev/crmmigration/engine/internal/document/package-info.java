/** Documents for the people of the customer: one model of sections, tables and charts, and its forms HTML, Markdown, CSV and JSON. */
@NullMarked
package dev.crmmigration.engine.internal.document;

import org.jspecify.annotations.NullMarked;
