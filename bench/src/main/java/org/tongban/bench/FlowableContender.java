package org.tongban.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowable.engine.HistoryService;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.task.api.Task;
import org.tongban.BenchServer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Flowable as its guide shows it: an officer claims a task of their office's group and completes it. Where there is a choice it is the
 * cheaper one: history level as it comes, the filing as one variable, no variables in the list; user and event registry engines and the job
 * executor are off.
 */
final class FlowableContender implements Contender {

    static final String NAME = "Flowable 7.2.0";

    private static final String MISSING = "missing";

    private final String database;
    private final boolean claiming;
    private final HikariDataSource pool;
    private final ProcessEngine engine;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;
    private final JsonMapper json = new JsonMapper();

    /** @param claiming false: tasks are completed in an officer's name without being claimed, which is cheaper still */
    FlowableContender(BenchServer.Address address, String database, boolean claiming) {
        this.database = database;
        this.claiming = claiming;
        pool = Databases.pool(address);
        pool.setAutoCommit(false);
        engine = new StandaloneProcessEngineConfiguration()
                .setDisableIdmEngine(true)
                .setDisableEventRegistry(true)
                .setDataSource(pool)
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .setAsyncExecutorActivate(false)
                .buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("lifecycle.bpmn20.xml")
                .deploy();
        runtime = engine.getRuntimeService();
        tasks = engine.getTaskService();
        history = engine.getHistoryService();
    }

    @Override
    public String name() {
        return claiming ? NAME : NAME + " without claiming";
    }

    @Override
    public String database() {
        return database;
    }

    @Override
    public HikariDataSource pool() {
        return pool;
    }

    @Override
    public void submitOnly(int n) {
        submit(n, office(n));
    }

    @Override
    public void lifecycle(int n, Watch watch) {
        String office = office(n);
        list(office);
        String id = watch.step(() -> submit(n, office));
        open(id);
        if (Contender.supplemented(n)) {
            officer(watch, id, office, "accept", Map.of(MISSING, true));
            officer(watch, id, office, "supplement", Map.of("filing", filing(n)));
        }
        officer(watch, id, office, "accept", Map.of(MISSING, false));
        officer(watch, id, office, "review", Map.of());
        officer(watch, id, office + "-check-1", "check-1", Map.of());
        officer(watch, id, office + "-check-2", "check-2", Map.of());
        officer(watch, id, office, "decide", Map.of());
        officer(watch, id, office, "deliver", Map.of());
    }

    private static String office(int n) {
        return "office-" + n % OFFICES;
    }

    private String filing(int n) {
        return json.writeValueAsString(Filler.filing(n));
    }

    private String submit(int n, String office) {
        return runtime.startProcessInstanceByKey(
                        "lifecycle", "case-" + n, Map.of("office", office, "title", "李*燕", "filing", filing(n)))
                .getId();
    }

    private void officer(Watch watch, String id, String office, String step, Map<String, Object> facts) {
        list(office);
        Task task = open(id).stream()
                .filter(open -> open.getTaskDefinitionKey().equals(step))
                .findFirst()
                .orElseThrow();
        Map<String, Object> variables = new HashMap<>(facts);
        variables.put("opinion-" + step, Filler.opinion(step));
        watch.step(() -> {
            if (claiming) {
                tasks.claim(task.getId(), "officer-" + office);
            }
            tasks.complete(task.getId(), "officer-" + office, variables);
            return id;
        });
    }

    private void list(String office) {
        tasks.createTaskQuery()
                .taskCandidateGroup(office)
                .orderByTaskDueDate()
                .asc()
                .listPage(0, PAGE);
    }

    /** The case with its filing, its history and its open tasks. */
    private List<Task> open(String id) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(id)
                .includeProcessVariables()
                .singleResult();
        history.createHistoricTaskInstanceQuery()
                .processInstanceId(id)
                .orderByHistoricTaskInstanceStartTime()
                .asc()
                .list();
        return tasks.createTaskQuery()
                .processInstanceId(instance.getProcessInstanceId())
                .list();
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
