package com.nineminds.temporal.worker.tenant.stub;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Statements on one database, each on a connection of its own, to set it up and to look at what was done. */
public record Sql(int port, String database) {

    public void execute(String sql) {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** First column of every row, as text. */
    public List<String> query(String sql) {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public String value(String sql) {
        List<String> values = query(sql);
        if (values.size() != 1) {
            throw new AssertionError("expected one row, got " + values + " from " + sql);
        }
        return values.get(0);
    }

    /** How many rows each of the product's tables has; tables without rows are left out. */
    public Map<String, Integer> rows() {
        Map<String, Integer> counts = new TreeMap<>();
        for (String table : query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
            int count = Integer.parseInt(value("SELECT count(*) FROM " + table));
            if (count > 0) {
                counts.put(table, count);
            }
        }
        return counts;
    }

    /** Everything that is written anywhere, to look for what must not be. */
    public String dump() {
        var dump = new StringBuilder();
        query("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                        + " WHERE schemaname IN ('public', 'worker')")
                .forEach(table -> query("SELECT t::text FROM " + table + " t")
                        .forEach(row -> dump.append(row).append('\n')));
        return dump.toString();
    }

    private String url() {
        return "jdbc:postgresql://localhost:" + port + "/" + database + "?user=postgres&password=postgres";
    }
}
