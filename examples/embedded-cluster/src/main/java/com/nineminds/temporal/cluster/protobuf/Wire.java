package com.nineminds.temporal.cluster.protobuf;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The fields of one protobuf message, not yet understood. */
final class Wire {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private Wire() {}

    /**
     * One field.
     *
     * @param scalar of numbers, 0 of others
     * @param bytes of texts and messages, empty of others
     */
    record Field(int number, long scalar, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** @throws IllegalArgumentException when the bytes are no message */
    static List<Field> read(byte[] message) {
        ByteBuffer buffer = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        List<Field> fields = new ArrayList<>();
        try {
            while (buffer.hasRemaining()) {
                fields.add(field(buffer));
            }
        } catch (BufferUnderflowException cut) {
            throw new IllegalArgumentException("the protobuf message is cut short", cut);
        }
        return fields;
    }

    private static Field field(ByteBuffer buffer) {
        long tag = varint(buffer);
        int number = (int) (tag >>> 3);
        return switch ((int) (tag & 7)) {
            case VARINT -> new Field(number, varint(buffer), new byte[0]);
            case FIXED64 -> new Field(number, buffer.getLong(), new byte[0]);
            case FIXED32 -> new Field(number, buffer.getInt(), new byte[0]);
            case BYTES -> new Field(number, 0, bytes(buffer));
            default -> throw new IllegalArgumentException("the protobuf message has a field of an unknown wire type");
        };
    }

    private static byte[] bytes(ByteBuffer buffer) {
        long length = varint(buffer);
        if (length < 0 || length > buffer.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[(int) length];
        buffer.get(bytes);
        return bytes;
    }

    private static long varint(ByteBuffer buffer) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte part = buffer.get();
            value |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("the protobuf message has a number that is too long");
    }
}
