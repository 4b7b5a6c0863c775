// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Callable;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Writes anew what is still in use in chunks that are mostly not, so that their room becomes free: what H2 does in its own background thread, which
 * there is none of where each commit is written at once. {@link MVStore#compact} chooses the oldest chunks however full they are, so that it copies
 * the same rows again and again, the more the longer the store lives; the method beneath it, which nobody else may call, takes the most a chunk may
 * have in use.
 */
final class ChunkCleaner {

    private static final MethodHandle REWRITE =
            find(FileStore.class, "rewriteChunks", MethodType.methodType(boolean.class, int.class, int.class));
    private static final MethodHandle UNDER_LOCK =
            find(MVStore.class, "tryExecuteUnderStoreLock", MethodType.methodType(Object.class, Callable.class));

    private ChunkCleaner() {}

    private static MethodHandle find(Class<?> owner, String name, MethodType type) {
        try {
            return MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).findVirtual(owner, name, type);
        } catch (ReflectiveOperationException otherRelease) {
            throw new IllegalStateException("This release of H2 has no " + name, otherRelease);
        }
    }

    /**
     * Takes at most so many bytes out of chunks of which at most {@code percent} are in use, to be written with the next commit; false if there
     * was nothing to do or somebody else kept the store for 10 ms.
     */
    static boolean clean(MVStore store, int bytes, int percent) {
        Callable<Boolean> work = () -> rewrite(store.getFileStore(), bytes, percent);
        return Boolean.TRUE.equals(called(UNDER_LOCK, store, work));
    }

    private static boolean rewrite(FileStore<?> file, int bytes, int percent) {
        return Boolean.TRUE.equals(called(REWRITE, file, bytes, percent));
    }

    private static @Nullable Object called(MethodHandle method, Object... words) {
        try {
            return method.invokeWithArguments(words);
        } catch (RuntimeException | Error broken) {
            throw broken;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return null;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
