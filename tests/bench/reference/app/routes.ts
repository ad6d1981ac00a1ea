import { index, type RouteConfig } from '@remix-run/route-config';

export default [index('paragraph.tsx')] satisfies RouteConfig;
