// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.run.Secret;
import java.nio.file.Path;

/** Where the databases of one desk lie. */
public sealed interface Shelf {

    /** In a folder that this program alone uses now, encrypted (AES) with {@code key}: a text without spaces. */
    record Folder(Path path, Secret key) implements Shelf {}

    /** In memory, gone when closed. {@code name}: like no other in this process. */
    record Memory(String name) implements Shelf {}
}
