package dev.crmmigration.connector.nextcrm.files;

import dev.crmmigration.api.connector.Secret;
import java.net.URI;

/**
 * How to come into the store.
 *
 * @param endpoint its address, without a path
 * @param bucket the bucket that holds all files
 * @param region the region that requests are signed for
 * @param accessKey the name of the key
 * @param secretKey the key
 */
public record S3Access(URI endpoint, String bucket, String region, String accessKey, Secret secretKey) {}
