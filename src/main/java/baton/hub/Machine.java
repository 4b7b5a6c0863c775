// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;

/** How the Java machine under the hub fares: memory, threads, collections, load. */
final class Machine {
    private Machine() {}

    static void measure(PrometheusRegistry registry) {
        var memory = ManagementFactory.getMemoryMXBean();
        var threads = ManagementFactory.getThreadMXBean();
        var system = ManagementFactory.getOperatingSystemMXBean();
        var runtime = ManagementFactory.getRuntimeMXBean();
        gauge(registry, "jvm_heap_used_bytes", "Heap in use", () ->
                (double) memory.getHeapMemoryUsage().getUsed());
        gauge(registry, "jvm_heap_max_bytes", "Largest heap", () ->
                (double) memory.getHeapMemoryUsage().getMax());
        gauge(registry, "jvm_nonheap_used_bytes", "Memory in use beside the heap", () ->
                (double) memory.getNonHeapMemoryUsage().getUsed());
        gauge(registry, "jvm_threads", "Platform threads", threads::getThreadCount);
        gauge(registry, "jvm_gc_seconds", "Time spent collecting garbage since the start", Machine::collecting);
        gauge(registry, "jvm_uptime_seconds", "Time since the start", () -> runtime.getUptime() / 1e3);
        gauge(registry, "system_load", "Load of the last minute, negative where unknown", system::getSystemLoadAverage);
    }

    private static double collecting() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                        .filter(millis -> millis > 0)
                        .sum()
                / 1e3;
    }

    private static void gauge(PrometheusRegistry registry, String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
    }
}
