// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.nio.file.Path;

/** An embedded store on a disk that is full for a while, for tests of who saw what it then refuses. */
public final class RefusingDisk {

    private final FaultyDisk disk = new FaultyDisk(7);

    public Database open(Path folder) {
        return Database.embedded(FaultyPath.put(folder, disk));
    }

    /** From now on it is full; {@code look} is run before anything is refused. */
    public void refuse(Runnable look) {
        disk.whenRefused(look::run);
        disk.fill();
    }

    public void recover() {
        disk.makeRoom();
    }
}
