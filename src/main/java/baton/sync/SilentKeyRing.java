// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import java.nio.file.Path;

/** No key was found for a desk that has a file already, and so nothing was made, kept or set aside. The message is for a person. */
public final class SilentKeyRing extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** {@code folder}: of the desk. */
    public SilentKeyRing(Path folder) {
        super("The key ring that holds this desk's key does not answer. Unlock it and open the desk again."
                + " (If the key is lost for good, move desk.mv.db out of " + folder + ", and the desk begins anew.)");
    }
}
