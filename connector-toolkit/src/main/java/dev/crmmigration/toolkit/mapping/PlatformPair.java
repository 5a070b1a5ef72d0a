package dev.crmmigration.toolkit.mapping;

import dev.crmmigration.api.mapping.MappingContext;
import java.util.function.Function;

/**
 * The two platforms of a table.
 *
 * @param source the word of the source
 * @param destination the word of the destination
 * @param view gives the view of the source that the rows are made from
 */
public record PlatformPair<V extends SourceView>(String source, String destination, Function<MappingContext, V> view) {}
