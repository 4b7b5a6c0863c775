// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.nio.file.Path;
import java.util.List;

/** One part of the benchmark; runs alone on the machine and leaves nothing running. */
@FunctionalInterface
interface Part {

    /** {@code folder}: empty, of this part alone. */
    List<Figure> measure(Path folder) throws Exception;
}
