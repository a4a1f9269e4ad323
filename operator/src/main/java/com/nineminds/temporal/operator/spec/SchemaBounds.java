package com.nineminds.temporal.operator.spec;

import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the schema says of each field by itself, read from the same annotations from which it is generated. */
final class SchemaBounds {
    private final Findings findings;

    SchemaBounds(Findings findings) {
        this.findings = findings;
    }

    void check(String path, Record value) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            checkField(path + "." + component.getName(), field(value, component), read(value, component));
        }
    }

    private void checkField(String path, Field field, @Nullable Object value) {
        if (value == null) {
            findings.unless(!field.isAnnotationPresent(Required.class), path, "Required value");
            return;
        }
        checkValue(path, field, value);
        if (value instanceof List<?> elements) {
            for (int i = 0; i < elements.size(); i++) {
                checkElement(path + "[" + i + "]", elementType(field), elements.get(i));
            }
        }
        if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, element) -> checkElement(path + "." + key, elementType(field), element));
        }
    }

    private void checkElement(String path, AnnotatedElement type, @Nullable Object element) {
        if (element == null) {
            findings.add(path, "Required value");
        } else {
            checkValue(path, type, element);
        }
    }

    private void checkValue(String path, AnnotatedElement bounds, Object value) {
        var size = bounds.getAnnotation(Size.class);
        if (size != null) {
            checkSize(path, size, value);
        }
        if (value instanceof Integer number) {
            checkRange(path, bounds, number);
        }
        if (value instanceof Record nested) {
            check(path, nested);
        }
    }

    private void checkSize(String path, Size size, Object value) {
        if (value instanceof String text) {
            var length = text.codePointCount(0, text.length());
            findings.unless(length <= size.max(), path, "Too long: may not be more than " + size.max() + " bytes");
            findings.unless(length >= size.min(), path, "should be at least " + size.min() + " chars long");
        }
        if (value instanceof List<?> elements) {
            checkCount(path, size, elements.size(), "items");
        }
        if (value instanceof Map<?, ?> entries) {
            checkCount(path, size, entries.size(), "properties");
        }
    }

    private void checkCount(String path, Size size, int count, String what) {
        findings.unless(
                count <= size.max(), path, "Too many: " + count + ": must have at most " + size.max() + " " + what);
    }

    private void checkRange(String path, AnnotatedElement bounds, int number) {
        var min = bounds.getAnnotation(Min.class);
        var max = bounds.getAnnotation(Max.class);
        findings.unless(min == null || number >= min.value(), path, "should be greater than or equal to " + text(min));
        findings.unless(max == null || number <= max.value(), path, "should be less than or equal to " + text(max));
    }

    private static String text(@Nullable Min bound) {
        return bound == null ? "" : Long.toString((long) bound.value());
    }

    private static String text(@Nullable Max bound) {
        return bound == null ? "" : Long.toString((long) bound.value());
    }

    /** The element of a list, the value of a map. */
    private static AnnotatedElement elementType(Field field) {
        var arguments = ((AnnotatedParameterizedType) field.getAnnotatedType()).getAnnotatedActualTypeArguments();
        return arguments[arguments.length - 1];
    }

    private static Field field(Record value, RecordComponent component) {
        try {
            return value.getClass().getDeclaredField(component.getName());
        } catch (NoSuchFieldException e) {
            throw new LinkageError("a record component without a field", e);
        }
    }

    private static @Nullable Object read(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a record component that cannot be read", e);
        }
    }
}
