package dev.crmmigration.engine;

import java.util.List;

/**
 * A pair of platforms that can be migrated with the jars on the class path.
 *
 * @param rows how many rows the table of the pair has
 * @param oneToOne how many of them map one to one
 * @param mappings the names of all its mappings, those beyond the table too
 */
public record PairDescription(String source, String destination, int rows, int oneToOne, List<String> mappings) {}
