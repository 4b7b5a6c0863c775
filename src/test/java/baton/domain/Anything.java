// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Makes some value of any type of the domain by its shape: records by their components, sealed families by their members. A new
 * event or field takes part at once. Numbers are small, so that things refer to one another.
 */
public final class Anything {

    private static final Instant START = Instant.parse("2026-11-22T05:00:00Z");
    private static final List<String> TEXTS = List.of(
            "mina", "jun", "a b", "감사합니다", "👍🏽", "\"quoted\" \\ / \n\t", "\u202eشكرا", "wamid.HBgM=", "0", "null");
    private static final List<PersonId> PEOPLE = List.of(new PersonId("mina"), new PersonId("jun"), new PersonId("아람"));

    private final Random chance;

    public Anything(Random chance) {
        this.chance = chance;
    }

    public <T> T of(Class<T> type) {
        return type.cast(make(type));
    }

    public <T> List<T> listOf(Class<T> type, int most) {
        return IntStream.range(0, chance.nextInt(most + 1))
                .mapToObj(_ -> of(type))
                .toList();
    }

    private Object make(Type type) {
        return type instanceof ParameterizedType generic ? container(generic) : plain((Class<?>) type);
    }

    private Object container(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return chance.nextBoolean() ? Optional.of(make(arguments[0])) : Optional.empty();
        }
        int size = chance.nextInt(3);
        if (type.getRawType() == Map.class) {
            Map<Object, Object> map = new HashMap<>();
            IntStream.range(0, size).forEach(_ -> map.put(make(arguments[0]), make(arguments[1])));
            return map;
        }
        return IntStream.range(0, size).mapToObj(_ -> make(arguments[0])).toList();
    }

    private Object plain(Class<?> type) {
        if (type == String.class) {
            return oneOf(TEXTS);
        } else if (type == PersonId.class) {
            return oneOf(PEOPLE);
        } else if (type == long.class || type == Long.class) {
            return 1L + chance.nextInt(12);
        } else if (type == int.class || type == Integer.class) {
            return chance.nextInt(140_000);
        } else if (type == boolean.class) {
            return chance.nextBoolean();
        } else if (type == double.class) {
            return chance.nextGaussian() * 90;
        } else if (type == BigDecimal.class) {
            return new BigDecimal(BigInteger.valueOf(chance.nextInt(100_000)), chance.nextInt(10) - 3);
        } else if (type == Instant.class) {
            return START.plusMillis(chance.nextInt(100_000_000)).plusNanos(1_000L * chance.nextInt(3));
        } else if (type == Duration.class) {
            return Duration.ofSeconds(1 + chance.nextInt(900));
        } else if (type.isEnum()) {
            return oneOf(List.of(type.getEnumConstants()));
        } else if (type.isSealed()) {
            return member(type);
        }
        return record(type);
    }

    private Object member(Class<?> family) {
        List<Class<?>> members = Arrays.stream(family.getPermittedSubclasses())
                .filter(member -> member != UnknownEvent.class)
                .<Class<?>>map(member -> member)
                .toList();
        return make(oneOf(members));
    }

    /** Draws again when the record refuses what was drawn; a record that refuses everything ends the test. */
    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new AssertionError("No value can be made of " + type);
        }
        for (int attempt = 0; attempt < 100; attempt++) {
            Optional<Object> drawn = drawn(type, components);
            if (drawn.isPresent()) {
                return drawn.get();
            }
        }
        throw new AssertionError("Every value was refused by " + type);
    }

    private Optional<Object> drawn(Class<?> type, RecordComponent[] components) {
        Object[] values = Arrays.stream(components)
                .map(component -> make(component.getGenericType()))
                .toArray();
        try {
            return Optional.of(canonical(type, components).newInstance(values));
        } catch (InvocationTargetException refused) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Constructor<?> canonical(Class<?> type, RecordComponent[] components) throws NoSuchMethodException {
        return type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(chance.nextInt(choices.size()));
    }
}
