// Currents and state of charge over time, as an SVG without a library.
// A point is [seconds, drawn, offered, limit, soc or null].
export default {
  template: `
    <figure class="pw-plot" :aria-label="name" role="group">
      <svg ref="svg" :viewBox="'0 0 ' + width + ' 150'" role="img" :aria-label="summary"
           @pointermove="point" @pointerleave="at = null">
        <g v-for="tick in currents" :key="'y' + tick">
          <line class="pw-gridline" :x1="left" :x2="right" :y1="y(tick)" :y2="y(tick)" />
          <text :x="left - 6" :y="y(tick) + 4" text-anchor="end">{{ tick }} A</text>
        </g>
        <g v-if="hasSoc">
          <text v-for="tick in [0, 50, 100]" :key="'s' + tick" :x="right + 6" :y="percent(tick) + 4">
            {{ tick }} %</text>
        </g>
        <text v-for="tick in times" :key="'t' + tick.x" :x="tick.x" y="146"
              :text-anchor="tick.anchor">{{ tick.text }}</text>
        <path v-for="curve in curves" :key="curve.name" :d="curve.path"
              :style="{ stroke: curve.color, strokeDasharray: curve.dash }" />
        <line v-if="at !== null" class="pw-gridline" :x1="x(shown[0])" :x2="x(shown[0])" y1="8"
              y2="128" style="stroke: var(--pw-edge)" />
      </svg>
      <figcaption class="pw-legend">
        <span v-for="curve in curves" :key="curve.name">
          <svg viewBox="0 0 22 8" aria-hidden="true"><path d="M0 4H22"
            :style="{ stroke: curve.color, strokeDasharray: curve.dash }" /></svg>
          {{ curve.name }} <b>{{ curve.now }}</b>
        </span>
        <span v-if="at !== null">at <b>{{ clock(shown[0]) }}</b></span>
      </figcaption>
    </figure>`,
  props: { points: Array, most: Number, name: String },
  data: () => ({ width: 600, at: null }),
  mounted() {
    this.watcher = new ResizeObserver(() => {
      const wide = this.$refs.svg?.clientWidth;
      if (wide) this.width = wide;
    });
    this.watcher.observe(this.$refs.svg);
  },
  unmounted() {
    this.watcher.disconnect();
  },
  computed: {
    left: () => 40,
    right() {
      return this.width - (this.hasSoc ? 44 : 8);
    },
    hasSoc() {
      return this.points.some((point) => point[4] !== null);
    },
    from() {
      return this.points.length ? this.points[0][0] : 0;
    },
    to() {
      return this.points.length ? Math.max(this.points[this.points.length - 1][0], this.from + 1) : 1;
    },
    top() {
      const highest = Math.max(this.most || 0, ...this.points.map((point) => Math.max(...point.slice(1, 4))));
      return Math.max(highest * 1.05, 1);
    },
    bottom() {
      return Math.min(0, ...this.points.map((point) => point[1]));
    },
    currents() {
      const rough = (this.top - this.bottom) / 4;
      const power = 10 ** Math.floor(Math.log10(rough));
      const step = [1, 2, 4, 5, 8, 10].map((each) => each * power).find((each) => each >= rough);
      const ticks = [];
      for (let tick = Math.ceil(this.bottom / step) * step; tick <= this.top; tick += step)
        ticks.push(Math.round(tick * 100) / 100);
      return ticks;
    },
    times() {
      if (!this.points.length) return [];
      const middle = (this.from + this.to) / 2;
      return [
        { x: this.left, text: this.clock(this.from), anchor: "start" },
        { x: this.x(middle), text: this.clock(middle), anchor: "middle" },
        { x: this.right, text: this.clock(this.to), anchor: "end" },
      ];
    },
    shown() {
      if (this.at === null) return this.points[this.points.length - 1];
      return this.points.reduce((best, each) =>
        Math.abs(each[0] - this.at) < Math.abs(best[0] - this.at) ? each : best);
    },
    curves() {
      const amperes = (value) => (value === undefined ? "–" : `${Math.round(value * 10) / 10} A`);
      const now = this.shown || [];
      const curves = [
        { name: "Drawn", color: "var(--pw-curve-1)", dash: "none", path: this.steps(1), now: amperes(now[1]) },
        { name: "Offered", color: "var(--pw-curve-2)", dash: "2 3", path: this.steps(2), now: amperes(now[2]) },
        { name: "Limit", color: "var(--pw-curve-3)", dash: "6 4", path: this.steps(3), now: amperes(now[3]) },
      ];
      if (this.hasSoc) {
        const soc = now[4] === null || now[4] === undefined ? "–" : `${Math.round(now[4])} %`;
        curves.push({ name: "Battery", color: "var(--pw-curve-4)", dash: "10 3 2 3", path: this.socs(), now: soc });
      }
      return curves;
    },
    summary() {
      if (!this.points.length) return `${this.name}: nothing has been measured yet`;
      const words = this.curves.map((curve) => `${curve.name} ${curve.now}`).join(", ");
      return `${this.name}, ${this.clock(this.from)} to ${this.clock(this.to)}. Latest: ${words}`;
    },
  },
  methods: {
    x(time) {
      return this.left + ((time - this.from) / (this.to - this.from)) * (this.right - this.left);
    },
    y(current) {
      return 128 - ((current - this.bottom) / (this.top - this.bottom)) * 120;
    },
    percent(soc) {
      return 128 - (soc / 100) * 120;
    },
    steps(which) {
      let path = "";
      for (const point of this.points) {
        const [x, y] = [this.x(point[0]).toFixed(1), this.y(point[which]).toFixed(1)];
        path += path ? `H${x}V${y}` : `M${x} ${y}`;
      }
      return path;
    },
    socs() {
      let path = "";
      let pen = "M";
      for (const point of this.points) {
        if (point[4] === null) {
          pen = "M";
          continue;
        }
        path += `${pen}${this.x(point[0]).toFixed(1)} ${this.percent(point[4]).toFixed(1)}`;
        pen = "L";
      }
      return path;
    },
    clock(seconds) {
      return new Date(seconds * 1000).toISOString().slice(11, 19);
    },
    point(event) {
      if (!this.points.length) return;
      const box = this.$refs.svg.getBoundingClientRect();
      const part = ((event.clientX - box.left) / box.width * this.width - this.left) / (this.right - this.left);
      this.at = this.from + Math.min(Math.max(part, 0), 1) * (this.to - this.from);
    },
  },
};
