package dev.crmmigration.toolkit.rest;

import java.util.List;

/**
 * What a platform has, as its bundle and over HTTP.
 *
 * @param platform the name of the platform
 * @param format the format that the manifest of its bundle names
 * @param collections the collections that are files of rows
 * @param documents the collections that are one JSON file each
 */
public record RestBundle(
        String platform, String format, List<CollectionSpec> collections, List<CollectionSpec> documents) {

    public RestBundle {
        collections = List.copyOf(collections);
        documents = List.copyOf(documents);
    }
}
