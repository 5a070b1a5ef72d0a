/**
 * Which client's package a session belongs to, where exports have lost or mixed up the links, and whether packages balance.
 *
 * <p>A source hands its facts to {@link dev.crmmigration.toolkit.linkage.PackageLinks}, concludes, and asks for every session.
 */
@NullMarked
package dev.crmmigration.toolkit.linkage;

import org.jspecify.annotations.NullMarked;
