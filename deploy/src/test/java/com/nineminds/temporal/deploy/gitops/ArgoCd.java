package com.nineminds.temporal.deploy.gitops;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LoadState;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.compiler.LuaC;
import org.luaj.vm2.lib.BaseLib;

/** Runs a health check as Argo CD does: with the object as {@code obj}, and with hardly any library. */
final class ArgoCd {
    private static final String KEY = "resource.customizations.health.temporal.nineminds.com_TemporalWorker";
    private static final Path SETTINGS = Path.of("argocd", "temporalworker-health.yaml");

    private static final String SCRIPT = script();

    record Health(String status, String message) {}

    private ArgoCd() {}

    static Health health(Map<String, Object> worker) {
        Globals globals = new Globals();
        globals.load(new BaseLib());
        LoadState.install(globals);
        LuaC.install(globals);
        globals.set("obj", lua(worker));
        LuaValue told = globals.load(SCRIPT, "health.lua").call();
        return new Health(told.get("status").checkjstring(), told.get("message").checkjstring());
    }

    private static String script() {
        Map<?, ?> data = (Map<?, ?>) Workers.yaml(SETTINGS).get("data");
        return (String) data.get(KEY);
    }

    private static LuaValue lua(Object json) {
        if (json == null) {
            return LuaValue.NIL;
        } else if (json instanceof Map<?, ?> map) {
            LuaTable table = new LuaTable();
            map.forEach((key, value) -> table.set((String) key, lua(value)));
            return table;
        } else if (json instanceof List<?> list) {
            return LuaValue.listOf(list.stream().map(ArgoCd::lua).toArray(LuaValue[]::new));
        } else if (json instanceof Number number) {
            return LuaValue.valueOf(number.doubleValue());
        }
        return json instanceof Boolean truth ? LuaValue.valueOf(truth) : LuaValue.valueOf(json.toString());
    }
}
