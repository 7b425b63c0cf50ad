// The newest messages of a station: found by a word, unfolded one by one. What is kept here is
// bounded; what a message means is asked of the server when it is unfolded.
const KEPT = 500;
const SHOWN = 150;

export default {
  template: `
    <div class="pw-column" style="gap: 8px">
      <div class="pw-row">
        <q-input v-model="sought" class="pw-field" style="flex: 1 0 100%" outlined dense clearable label="Search messages"
                 type="search" autocomplete="off" spellcheck="false" debounce="150" />
        <q-select v-model="way" class="pw-field pw-grow" outlined dense options-dense emit-value
                  map-options label="Which" :options="ways" />
        <q-btn unelevated no-caps class="pw-button" :icon="held ? 'play_arrow' : 'pause'"
               :label="held ? 'Go on' : 'Hold'" :aria-pressed="held ? 'true' : 'false'" @click="hold" />
      </div>
      <ol class="pw-lines" aria-label="Messages, the newest first" tabindex="0">
        <li v-for="row in shown" :key="row.number" class="pw-line">
          <button type="button" :aria-expanded="row.number in open ? 'true' : 'false'" @click="fold(row)">
            <i class="q-icon material-icons pw-way" :class="{ 'pw-in': !row.sent }" aria-hidden="true">{{
              row.sent ? "north_east" : "south_west" }}</i>
            <span class="pw-action"><span class="pw-sr">{{ row.sent ? "Sent" : "Received" }}: </span>{{
              row.action || "Unknown" }} <span class="pw-kind">{{ row.kind }}</span></span>
            <span class="pw-when">{{ row.at }}</span>
            <span class="pw-gist"><span v-if="row.wrong" class="pw-wrong">Invalid: {{ row.wrong }}. </span>{{
              row.text.slice(0, 160) }}</span>
          </button>
          <div v-if="row.number in open" class="pw-detail">
            <p v-if="open[row.number] === null" class="pw-soft">Asking…</p>
            <template v-else>
              <p class="pw-small">
                <span class="pw-chip" :class="open[row.number].tone">
                  <i class="q-icon material-icons" aria-hidden="true">{{ open[row.number].icon }}</i>
                  <span>{{ open[row.number].verdict }}</span></span>
                <span class="pw-soft pw-about">{{ open[row.number].about }}</span>
              </p>
              <ul v-if="open[row.number].problems.length" class="pw-small pw-wrong">
                <li v-for="problem in open[row.number].problems">{{ problem }}</li>
              </ul>
              <dl v-if="open[row.number].fields.length" class="pw-fields">
                <div v-for="field in open[row.number].fields">
                  <dt>{{ field[0] }}</dt>
                  <dd><b>{{ field[1] }}</b> <span class="pw-soft"><span class="pw-sr">The schema says: </span>{{
                    field[2] }}</span><span v-if="field[3]" class="pw-wrong"> {{ field[3] }}</span></dd>
                </div>
              </dl>
              <details class="pw-fold"><summary>As JSON</summary>
                <pre class="pw-json pw-mono" tabindex="0" :aria-label="'JSON of message ' + row.number">{{
                  open[row.number].json }}</pre></details>
            </template>
          </div>
        </li>
      </ol>
      <p v-if="!shown.length" class="pw-empty">{{ rows.length ? "No message has that." : "No messages yet." }}</p>
      <p class="pw-foot">{{ count }}</p>
    </div>`,
  data: () => ({
    rows: [],
    later: [],
    open: {},
    sought: "",
    way: "all",
    held: false,
    missed: 0,
    ways: [
      { label: "All", value: "all" },
      { label: "Sent", value: "sent" },
      { label: "Received", value: "received" },
      { label: "Calls", value: "calls" },
      { label: "Invalid or errors", value: "bad" },
    ],
  }),
  computed: {
    found() {
      const words = (this.sought || "").toLowerCase().split(/\s+/).filter(Boolean);
      return this.rows.filter((row) => this.goes(row) && words.every((word) => row.haystack.includes(word)));
    },
    shown() {
      return this.found.slice(0, SHOWN);
    },
    count() {
      const parts = [`${this.shown.length} of ${this.rows.length} messages shown`];
      if (this.held) parts.push(`held, ${this.later.length} more have come`);
      if (this.missed) parts.push(`${this.missed} came too fast to be shown`);
      return parts.join("; ");
    },
  },
  methods: {
    goes(row) {
      if (this.way === "sent") return row.sent;
      if (this.way === "received") return !row.sent;
      if (this.way === "calls") return row.kind === "call" || row.kind === "send";
      if (this.way === "bad") return row.wrong || row.error;
      return true;
    },
    add(rows, missed) {
      for (const row of rows)
        row.haystack = [row.number, row.action, row.kind, row.at, row.text, row.wrong].join(" ").toLowerCase();
      this.missed += missed;
      const into = this.held ? this.later : this.rows;
      into.unshift(...rows.reverse());
      if (into.length > KEPT) {
        for (const gone of into.splice(KEPT)) delete this.open[gone.number];
      }
    },
    hold() {
      this.held = !this.held;
      if (this.held) return;
      const later = this.later.reverse();
      this.later = [];
      this.add(later, 0);
    },
    fold(row) {
      if (row.number in this.open) {
        delete this.open[row.number];
        return;
      }
      this.open[row.number] = null;
      this.$emit("explain", row.number);
    },
    explained(number, words) {
      if (number in this.open) this.open[number] = words;
    },
  },
};
